package io.sereno.context;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose address a request comes from. {@code X-Forwarded-For} counts only as far as trusted proxies
 * wrote it: it is read from the right, and the first address that is no trusted proxy is the
 * client.
 */
final class ClientAddress {

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private static final Pattern PORT =
      Pattern.compile("\\[([^\\[\\]]{2,45})](?::\\d{1,5})?|([^:\\[\\]]{7,15}):\\d{1,5}");

  private final List<Network> trustedProxies;

  ClientAddress(List<Network> trustedProxies) {
    this.trustedProxies = List.copyOf(trustedProxies);
  }

  /** The client's address as text; what is no address in the header ends the search before it. */
  String of(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    if (!isTrusted(address)) {
      return address;
    }
    for (String hop : hopsFromTheRight(request.getHeaders(FORWARDED_FOR))) {
      if (!Network.isAddress(hop)) {
        return address;
      }
      address = hop;
      if (!isTrusted(address)) {
        return address;
      }
    }
    return address;
  }

  private boolean isTrusted(String address) {
    for (Network proxy : trustedProxies) {
      if (proxy.contains(address)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> hopsFromTheRight(Enumeration<String> headers) {
    List<String> hops = new ArrayList<>();
    while (headers.hasMoreElements()) {
      for (String hop : headers.nextElement().split(",", -1)) {
        hops.add(withoutPort(hop.strip()));
      }
    }
    Collections.reverse(hops);
    return hops;
  }

  /** Some gateways write {@code 192.0.2.1:4711} and {@code [2001:db8::1]:4711}. */
  private static String withoutPort(String hop) {
    Matcher matcher = PORT.matcher(hop);
    if (!matcher.matches()) {
      return hop;
    }
    String bracketed = matcher.group(1);
    return bracketed == null ? matcher.group(2) : bracketed;
  }
}
