package io.sereno.context;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that has been answered.
 *
 * @param context with the route: the template, the servlet's mapping, or {@code unmatched}; whoever
 *     was logged in last is its user
 * @param resource where the container has sent it, decoded, below the application's root
 * @param status the response's status; 500 if an exception left the application
 * @param nanos how long it took, to the end of asynchronous work
 * @param bytes the length of the answer's body before any compression, {@link #UNKNOWN} if the
 *     container wrote it by itself
 * @param statements how many SQL statements were executed for it, on all of its threads
 * @param statementNanos how long these took together
 * @param failure the exception that left the application
 * @param noted what observers asked to be told again
 */
public record EndedRequest(
    Context context,
    String resource,
    int status,
    long nanos,
    long bytes,
    long statements,
    long statementNanos,
    @Nullable Throwable failure,
    Map<String, Object> noted) {

  /** So many bytes that nobody has counted. */
  public static final long UNKNOWN = -1;
}
