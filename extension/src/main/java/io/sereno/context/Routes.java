package io.sereno.context;

import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;

/** The route of a request that no template matched: the mapping of its servlet. */
final class Routes {

  /** What paths that lead nowhere have in common. */
  static final String UNMATCHED = "unmatched";

  private Routes() {}

  /**
   * Context path and servlet mapping, such as {@code /invoicing/api/*}. A path that has not been
   * found below a pattern, or was asked for with a method that nobody knows, is one of those that
   * anybody can think of.
   *
   * @param contextPath as the application was deployed, which a request may spell in many ways
   */
  static String of(String contextPath, HttpServletMapping mapping, int status) {
    boolean known = mapping.getMappingMatch() == MappingMatch.EXACT;
    boolean nowhere =
        status == HttpServletResponse.SC_NOT_FOUND
            || status == HttpServletResponse.SC_NOT_IMPLEMENTED;
    return nowhere && !known ? UNMATCHED : whole(contextPath, mapping);
  }

  private static String whole(String contextPath, HttpServletMapping mapping) {
    String pattern = mapping.getPattern();
    if (mapping.getMappingMatch() == MappingMatch.DEFAULT || pattern.isEmpty()) {
      return contextPath + "/";
    }
    return contextPath + (pattern.startsWith("/") ? pattern : "/" + pattern);
  }

  /** The path below the application's root, as the container has understood it. */
  static String resource(HttpServletRequest request) {
    String below = request.getPathInfo();
    return below == null ? request.getServletPath() : request.getServletPath() + below;
  }
}
