package io.sereno.context;

import org.jspecify.annotations.Nullable;

/**
 * A request that has been answered.
 *
 * @param context with the route: the template, the servlet's mapping, or {@code unmatched}
 * @param status the response's status; 500 if an exception left the application
 * @param nanos how long it took, to the end of asynchronous work
 * @param failure the exception that left the application
 */
public record EndedRequest(Context context, int status, long nanos, @Nullable Throwable failure) {}
