package io.sereno.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The meters that Sereno makes, with their tags. The scrape shows them in Prometheus's form. */
enum Meters {
  /** OpenTelemetry's, in seconds: {@code http_server_request_duration_seconds}. */
  REQUEST_DURATION("http.server.request.duration", "Duration of HTTP server requests"),
  /** A gauge by method: {@code http_server_active_requests}. */
  ACTIVE_REQUESTS("http.server.active_requests", "HTTP server requests that are in flight"),
  /**
   * As far as the application has read it, with the tags of the duration: {@code
   * http_server_request_body_size_bytes}.
   */
  REQUEST_BODY_SIZE("http.server.request.body.size", "Size of HTTP server request bodies"),
  /** Before any compression: {@code http_server_response_body_size_bytes}. */
  RESPONSE_BODY_SIZE("http.server.response.body.size", "Size of HTTP server response bodies"),
  /**
   * Requests that have failed, by route and type: the exception, or the status where none has left
   * the application. {@code http_server_request_errors_total}. Each route has its {@code 500} from
   * its first request on, at zero.
   */
  REQUEST_ERRORS("http.server.request.errors", "HTTP server requests that have failed"),
  /** By meter: {@code sereno_metrics_overflow_total}. */
  OVERFLOW("sereno.metrics.overflow", "Uses of the series that a meter's surplus series share"),
  /** Of each request: {@code http_server_request_db_queries}. */
  REQUEST_STATEMENTS("http.server.request.db.queries", "SQL statements executed for a request"),
  /** Of each request, in seconds: {@code http_server_request_db_duration_seconds}. */
  REQUEST_STATEMENT_DURATION(
      "http.server.request.db.duration", "Time that the SQL statements of a request took"),
  /** OpenTelemetry's, in seconds: {@code db_client_operation_duration_seconds}. */
  STATEMENT_DURATION("db.client.operation.duration", "Duration of SQL statements"),
  /** {@code db_client_operation_errors_total}. */
  STATEMENT_ERRORS("db.client.operation.errors", "SQL statements that failed"),
  /** Found or changed, where the library tells: {@code db_client_operation_rows}. */
  STATEMENT_ROWS("db.client.operation.rows", "Rows that SQL statements found or changed"),
  /** Where the library tells: {@code db_client_operation_batch_size}. */
  STATEMENT_BATCH("db.client.operation.batch.size", "SQL statements sent together as one"),
  /** OpenTelemetry's, in seconds: {@code db_client_connection_wait_time_seconds}. */
  CONNECTION_WAIT("db.client.connection.wait_time", "Time it took to obtain a connection"),
  /** {@code entity_changes_total}. */
  ENTITY_CHANGES("entity.changes", "Entities changed by transactions that were committed"),
  /** Micrometer's, by cache and result: {@code cache_gets_total}. */
  CACHE_GETS("cache.gets", "Looks into a cache, by what came of them"),
  /** {@code cache_puts_total}. */
  CACHE_PUTS("cache.puts", "Entries put into a cache"),
  /** {@code cache_evictions_total}. */
  CACHE_EVICTIONS("cache.evictions", "Entries that a cache has thrown out by itself"),
  /** {@code cache_removals_total}. */
  CACHE_REMOVALS("cache.removals", "Entries taken out of a cache"),
  /** As far as this instance has them, where the provider tells: {@code cache_size}. */
  CACHE_SIZE("cache.size", "Entries in a cache"),
  /** Micrometer's, by executor: {@code executor_active_threads}. */
  EXECUTOR_ACTIVE("executor.active", "Threads of an executor that are working, roughly"),
  /** {@code executor_queued_tasks}. */
  EXECUTOR_QUEUED("executor.queued", "Tasks that wait for a thread of an executor"),
  /** {@code executor_completed_tasks_total}. */
  EXECUTOR_COMPLETED("executor.completed", "Tasks that an executor has completed, roughly"),
  /** {@code executor_pool_size_threads}. */
  EXECUTOR_POOL_SIZE("executor.pool.size", "Threads that an executor has"),
  /** {@code executor_pool_max_threads}. */
  EXECUTOR_POOL_MAX("executor.pool.max", "Threads that an executor may have"),
  /** A {@code @Timed} method without a name of its own: {@code method_timed_seconds}. */
  METHOD_TIMED("method.timed", "Duration of timed methods");

  /** What the names of Sereno's figures and of Micrometer's own meters begin with. */
  private static final List<String> OTHERS =
      List.of(
          "sereno.",
          "jvm.",
          "system.cpu.",
          "system.load.",
          "process.cpu.",
          "process.files.",
          "process.start.",
          "process.uptime");

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z0-9_]+)*");

  /** Whether a timer may be called so: meters of one name must have the same tags. */
  static boolean isFree(String name) {
    return NAME.matcher(name).matches()
        && OTHERS.stream().noneMatch(name::startsWith)
        && Arrays.stream(values()).noneMatch(own -> own != METHOD_TIMED && own.key.equals(name));
  }

  /** Whether a tag may be called so, in Micrometer's dotted form. */
  static boolean isTag(String name) {
    return NAME.matcher(name).matches();
  }

  static final String REQUEST_METHOD = "http.request.method";
  static final String STATUS = "http.response.status_code";
  static final String ROUTE = "http.route";

  /** The exception's class, empty on success: tags of a meter are always the same ones. */
  static final String ERROR_TYPE = "error.type";

  /** On {@link #OVERFLOW}: the name of the meter whose series have become too many. */
  static final String METER = "meter";

  static final String BYTES = "bytes";

  /** What a statement does: OpenTelemetry's name for its first word. */
  static final String OPERATION = "db.operation.name";

  /** Who has asked for a connection: a data source or a persistence unit. */
  static final String POOL = "db.client.connection.pool.name";

  /** The name of an entity's class, without the package. */
  static final String ENTITY = "entity";

  /** What became of it: {@code insert}, {@code update} or {@code delete}. */
  static final String CHANGE = "operation";

  /** The name of a cache. */
  static final String CACHE = "cache";

  /** What came of a look into a cache: {@code hit} or {@code miss}. */
  static final String RESULT = "result";

  /** On {@link #EXECUTOR_ACTIVE} and its like: the JNDI name of an executor. */
  static final String EXECUTOR = "name";

  static final String THREADS = "threads";
  static final String TASKS = "tasks";

  static final String CLASS = "class";
  static final String METHOD = "method";
  static final String OUTCOME = "outcome";

  private final String key;
  private final String description;

  Meters(String key, String description) {
    this.key = key;
    this.description = description;
  }

  String key() {
    return key;
  }

  String description() {
    return description;
  }
}
