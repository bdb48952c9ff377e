package io.sereno.context;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who and where the work at hand is: an immutable snapshot, to be kept by whoever needs it later.
 *
 * @param requestId the request's id, the caller's {@code X-Request-ID} if it was acceptable
 * @param traceId W3C trace id, 32 hex digits
 * @param spanId the id of this server's part in the trace, 16 hex digits
 * @param user the caller's name, once known
 * @param client the client's address, without name look-up
 * @param method the HTTP method as sent
 * @param path the path as sent, percent-encoded, without query and path parameters
 * @param route the template that the path matched, with context and application path
 */
public record Context(
    @Nullable String requestId,
    @Nullable String traceId,
    @Nullable String spanId,
    @Nullable String user,
    @Nullable String client,
    @Nullable String method,
    @Nullable String path,
    @Nullable String route) {

  /** Nothing known: work that no request started. */
  public static final Context NONE = new Context(null, null, null, null, null, null, null, null);

  /** The context of the work on this thread, {@link #NONE} if there is none. */
  public static Context current() {
    return OpenContext.current();
  }

  /** Says which template the work on this thread has matched; without a context, nothing. */
  public static void enterRoute(String template) {
    OpenContext.route(template);
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
        said(ContextField.ROUTE, fields));
  }

  private @Nullable String said(ContextField field, Map<String, Object> fields) {
    if (fields.get(field.key()) instanceof String own) {
      fields.remove(field.key());
      return own;
    }
    return field.of(this);
  }

  Context withUser(String name) {
    return new Context(requestId, traceId, spanId, name, client, method, path, route);
  }

  Context withRoute(String template) {
    return new Context(requestId, traceId, spanId, user, client, method, path, template);
  }
}
