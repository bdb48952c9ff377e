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

  /** Context path and servlet mapping, such as {@code /invoicing/api/*}. */
  static String mapping(HttpServletRequest request) {
    HttpServletMapping mapping = request.getHttpServletMapping();
    String pattern = mapping.getPattern();
    if (mapping.getMappingMatch() == MappingMatch.DEFAULT || pattern.isEmpty()) {
      return request.getContextPath() + "/";
    }
    return request.getContextPath() + (pattern.startsWith("/") ? pattern : "/" + pattern);
  }

  /** The path below the application's root, as the container has understood it. */
  static String resource(HttpServletRequest request) {
    String below = request.getPathInfo();
    return below == null ? request.getServletPath() : request.getServletPath() + below;
  }

  static String unlessUnknown(String mapping, int status) {
    return status == HttpServletResponse.SC_NOT_FOUND ? UNMATCHED : mapping;
  }
}
