package io.sereno.context;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a request is bound for, noted at its beginning: at its end it can no longer be asked.
 *
 * @param refused whether the container answers by itself: then it comes with the application's
 *     error page alone
 * @param resource the path below the application's root, as the container has understood it
 */
record Destination(
    boolean refused, HttpServletMapping mapping, String contextPath, String resource) {

  static Destination of(HttpServletRequest request) {
    return new Destination(
        request.getDispatcherType() == DispatcherType.ERROR,
        request.getHttpServletMapping(),
        request.getServletContext().getContextPath(),
        Routes.resource(request));
  }

  /** The template that the application has matched, else that of the servlet. */
  String route(Context context, int status) {
    String matched = refused ? Routes.UNMATCHED : context.route();
    return matched == null ? Routes.of(contextPath, mapping, status) : matched;
  }
}
