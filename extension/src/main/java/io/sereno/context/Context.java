package io.sereno.context;

import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who and where the work at hand is: an immutable snapshot, to be kept by whoever needs it later.
 *
 * <p>To do work for it elsewhere, on a thread that nobody follows:
 *
 * <pre>{@code
 * Context here = Context.current();
 * library.whenDone(() -> {
 *   try (ContextScope scope = here.ofNewWork().open()) {
 *     LOG.info("done");
 *   }
 * });
 * }</pre>
 *
 * @param requestId the request's id, the caller's {@code X-Request-ID} if it was acceptable
 * @param traceId W3C trace id, 32 hex digits
 * @param spanId the id of this piece of work in the trace, 16 hex digits
 * @param user the caller's name, once known
 * @param client the client's address, without name look-up
 * @param method the HTTP method as sent
 * @param path the path, percent-decoded, without query and path parameters
 * @param route the template that the path matched, with context and application path
 * @param sampled whether the trace is recorded, as its start decided
 * @param statements the SQL statements of this piece of work, which all threads that work for it
 *     share; two contexts that differ in nothing else are equal
 */
public record Context(
    @Nullable String requestId,
    @Nullable String traceId,
    @Nullable String spanId,
    @Nullable String user,
    @Nullable String client,
    @Nullable String method,
    @Nullable String path,
    @Nullable String route,
    boolean sampled,
    StatementCount statements) {

  /** Nothing known: work that no request started. */
  public static final Context NONE =
      new Context(null, null, null, null, null, null, null, null, true, StatementCount.NONE);

  /** A context of a piece of work that has executed no statement yet. */
  public Context(
      @Nullable String requestId,
      @Nullable String traceId,
      @Nullable String spanId,
      @Nullable String user,
      @Nullable String client,
      @Nullable String method,
      @Nullable String path,
      @Nullable String route,
      boolean sampled) {
    this(
        requestId,
        traceId,
        spanId,
        user,
        client,
        method,
        path,
        route,
        sampled,
        new StatementCount());
  }

  /** A context of a trace that is recorded. */
  public Context(
      @Nullable String requestId,
      @Nullable String traceId,
      @Nullable String spanId,
      @Nullable String user,
      @Nullable String client,
      @Nullable String method,
      @Nullable String path,
      @Nullable String route) {
    this(requestId, traceId, spanId, user, client, method, path, route, true);
  }

  /**
   * The context of the work on this thread, {@link #NONE} if there is none. The same instance until
   * something in it changes.
   */
  public static Context current() {
    return OnThread.current();
  }

  /** Says which template the work on this thread has matched; without a context, nothing. */
  public static void enterRoute(String template) {
    OnThread.route(template);
  }

  /** This context, but what the fields say of it, which are taken from them. */
  public Context overriddenBy(Map<String, Object> fields) {
    return new Context(
        said(ContextField.REQUEST_ID, fields),
        said(ContextField.TRACE_ID, fields),
        said(ContextField.SPAN_ID, fields),
        said(ContextField.USER, fields),
        said(ContextField.CLIENT, fields),
        said(ContextField.METHOD, fields),
        said(ContextField.PATH, fields),
        said(ContextField.ROUTE, fields),
        sampled,
        statements);
  }

  private @Nullable String said(ContextField field, Map<String, Object> fields) {
    if (fields.get(field.key()) instanceof String own) {
      fields.remove(field.key());
      return own;
    }
    return field.of(this);
  }

  /**
   * The context of work that another process asked for: its trace goes on and its request keeps its
   * id, if they are valid; else a trace begins here. Nothing else is known of it.
   *
   * @param traceparent in the form of W3C Trace Context
   */
  public static Context received(@Nullable String traceparent, @Nullable String requestId) {
    TraceParent trace = TraceParent.continueOrStart(traceparent);
    String id = requestId != null && RequestIds.isAcceptable(requestId) ? requestId : null;
    return new Context(
        id, trace.traceId(), trace.spanId(), null, null, null, null, null, trace.sampled());
  }

  /**
   * The context of a piece of work that this one has asked for: all the same, but with a span of
   * its own, so that several tasks of one request can be told apart. What has no trace stays as it
   * is.
   */
  public Context ofNewWork() {
    return traceId == null ? this : withTrace(traceId, TraceParent.newSpanId());
  }

  /** Puts this context on the thread, and into the MDC, until the scope is closed. */
  public ContextScope open() {
    return OnThread.attach(new OpenContext(this));
  }

  /** What to send along as {@code traceparent}, null without a trace. */
  public @Nullable String traceparent() {
    return traceId == null || spanId == null
        ? null
        : new TraceParent(traceId, spanId, sampled).header();
  }

  /** The same with each text that callers could have chosen changed, such as masked. */
  public Context with(UnaryOperator<String> change) {
    return new Context(
        requestId,
        traceId,
        spanId,
        user == null ? null : change.apply(user),
        client,
        method == null ? null : change.apply(method),
        path == null ? null : change.apply(path),
        route,
        sampled,
        statements);
  }

  /** The same work with its user known. */
  public Context withUser(@Nullable String name) {
    return new Context(
        requestId, traceId, spanId, name, client, method, path, route, sampled, statements);
  }

  /** The same work with its path as it may be shown. */
  Context withPath(@Nullable String shown) {
    if (Objects.equals(shown, path)) {
      return this;
    }
    return new Context(
        requestId, traceId, spanId, user, client, method, shown, route, sampled, statements);
  }

  Context withRoute(String template) {
    if (template.equals(route)) {
      return this;
    }
    return new Context(
        requestId, traceId, spanId, user, client, method, path, template, sampled, statements);
  }

  Context withTrace(String trace, String span) {
    return new Context(
        requestId, trace, span, user, client, method, path, route, sampled, statements);
  }
}
