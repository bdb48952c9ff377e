package io.sereno.extension;

import io.sereno.audit.Audit;
import io.sereno.audit.AuditEvent;
import io.sereno.audit.AuditSettings;
import io.sereno.context.ContextSettings;
import io.sereno.context.Propagation;
import io.sereno.context.RequestObserver;
import io.sereno.context.Requests;
import io.sereno.endpoints.Door;
import io.sereno.endpoints.DoorSettings;
import io.sereno.endpoints.Endpoint;
import io.sereno.endpoints.EndpointSettings;
import io.sereno.figures.Figures;
import io.sereno.health.Health;
import io.sereno.health.HealthSettings;
import io.sereno.invocation.CallObserver;
import io.sereno.invocation.Calls;
import io.sereno.logging.AccessLog;
import io.sereno.logging.LevelChange;
import io.sereno.logging.Logging;
import io.sereno.metrics.Metrics;
import io.sereno.metrics.MetricsSettings;
import io.sereno.redaction.RedactionSettings;
import io.sereno.redaction.Redactor;
import io.sereno.settings.Settings;
import io.sereno.statements.DataSources;
import io.sereno.statements.StatementObserver;
import io.sereno.statements.Statements;
import io.sereno.statements.StatementsSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one application has of Sereno: every feature that is switched on, and how they are joined.
 */
final class Sereno {

  /** The endpoints that machines ask every few seconds. */
  private static final Set<String> SCRAPED = Set.of("health", "metrics");

  private final Figures figures = new Figures();
  private final List<CallObserver.Factory> callObservers = new ArrayList<>();
  private final List<RequestObserver> requestObservers = new ArrayList<>();
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final List<Runnable> starts = new ArrayList<>();
  private final List<Runnable> stops = new ArrayList<>();

  private final Settings settings;
  private final ContextSettings context;
  private final Calls calls;
  private final Requests requests;
  private final DataSources dataSources;
  private final Optional<Audit> audit;
  private final Optional<Health> health;

  /**
   * @param application the class loader whose resources are the application's
   */
  Sereno(Settings settings, ClassLoader application) {
    this.settings = settings;
    Redactor redactor = new Redactor(RedactionSettings.read(settings));
    DoorSettings door = DoorSettings.read(settings);

    StatementsSettings statements = StatementsSettings.read(settings);
    Optional<Metrics> metrics =
        metrics(MetricsSettings.read(settings), statements, door, application);
    this.dataSources = statements(statements, metrics, application);
    this.audit = audit(AuditSettings.read(settings), redactor, door);
    Logging.Surroundings around =
        new Logging.Surroundings(redactor, figures, application, this::levelChanged);
    boolean logs = logging(around, door);
    this.health = health(HealthSettings.read(settings), application, door);
    access(around, logs);

    this.calls = new Calls(callObservers, figures.failures());
    checkPaths();
    this.context = ContextSettings.read(settings);
    this.requests = new Requests(context, requestObservers, figures.failures());
    starts.add(0, () -> Propagation.start(context, redactor::isSensitive, figures.failures()));
    stops.add(Propagation::stop);
  }

  private boolean logging(Logging.Surroundings around, DoorSettings door) {
    Optional<Logging> logging = Logging.read(settings, around);
    logging.ifPresent(
        known -> {
          EndpointSettings own = EndpointSettings.read(settings, "loggers");
          callObservers.add(known);
          endpoints.add(known.endpoint(own, new Door(door, own)));
          starts.add(0, known::start);
          stops.add(known::stop);
        });
    return logging.isPresent();
  }

  /** Last of all: it leaves out the pages that others have, wherever these are. */
  private void access(Logging.Surroundings around, boolean logs) {
    List<String> scraped =
        endpoints.stream()
            .filter(endpoint -> SCRAPED.contains(endpoint.name()))
            .map(Endpoint::path)
            .toList();
    AccessLog access = new AccessLog(settings, scraped, around);
    if (logs && access.isEnabled()) {
      requestObservers.add(access);
    }
  }

  private void levelChanged(LevelChange change) {
    audit.ifPresent(
        known ->
            known
                .log()
                .write(AuditEvent.ofSystem(change.context(), change.action(), change.toString())));
  }

  private Optional<Metrics> metrics(
      MetricsSettings own,
      StatementsSettings statements,
      DoorSettings door,
      ClassLoader application) {
    if (!own.enabled()) {
      return Optional.empty();
    }
    Metrics metrics = new Metrics(own, figures, application);
    callObservers.add(metrics.timed(settings, statements.enabled()));
    metrics.requests(statements.enabled()).ifPresent(requestObservers::add);
    endpoints.add(metrics.endpoint(new Door(door, own.endpoint())));
    starts.add(metrics::start);
    stops.add(metrics::stop);
    return Optional.of(metrics);
  }

  private DataSources statements(
      StatementsSettings own, Optional<Metrics> metrics, ClassLoader application) {
    if (own.enabled()) {
      List<StatementObserver> observers = metrics.stream().map(Metrics::statements).toList();
      Statements statements = new Statements(own, observers, figures.failures());
      starts.add(() -> statements.start(application));
      stops.add(0, statements::stop);
    }
    return new DataSources(own);
  }

  private Optional<Audit> audit(AuditSettings own, Redactor redactor, DoorSettings door) {
    if (!own.enabled()) {
      return Optional.empty();
    }
    Audit audit = new Audit(own, redactor, figures);
    endpoints.add(audit.endpoint(own.endpoint(), new Door(door, own.endpoint())));
    return Optional.of(audit);
  }

  private Optional<Health> health(HealthSettings own, ClassLoader application, DoorSettings door) {
    if (!own.enabled()) {
      return Optional.empty();
    }
    Health health = new Health(own, application, figures);
    endpoints.add(health.endpoint(new Door(door, own.endpoint())));
    starts.add(health::start);
    return Optional.of(health);
  }

  /** Two endpoints cannot answer at one path. */
  private void checkPaths() {
    Map<String, String> owners = new HashMap<>();
    for (Endpoint endpoint : endpoints) {
      String other = owners.putIfAbsent(endpoint.path(), endpoint.name());
      if (other != null) {
        settings.problem(
            "sereno." + endpoint.name() + ".path",
            endpoint.path(),
            "choose a path that is not the one of " + other);
      }
    }
  }

  Settings settings() {
    return settings;
  }

  /** Whether requests and other work have a context. */
  boolean hasContext() {
    return context.enabled();
  }

  Calls calls() {
    return calls;
  }

  Requests requests() {
    return requests;
  }

  List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  Optional<Audit> audit() {
    return audit;
  }

  Optional<Health> health() {
    return health;
  }

  DataSources dataSources() {
    return dataSources;
  }

  void start() {
    starts.forEach(start -> guarded("starting", start));
  }

  void stop() {
    stops.forEach(stop -> guarded("stopping", stop));
  }

  /** One feature that fails leaves the others and the application alone. */
  private void guarded(String doing, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | LinkageError e) {
      figures.failures().report("extension", doing, e);
    }
  }
}
