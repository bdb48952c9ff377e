package io.sereno.context;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where this server stands in a trace: the caller's trace id, or a fresh one, and a span id of its
 * own.
 *
 * @param traceId 32 lower-case hex digits, not all zero
 * @param spanId 16 lower-case hex digits, not all zero
 * @param sampled whether the trace is recorded: what its start has said, and true for one from here
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>
 */
record TraceParent(String traceId, String spanId, boolean sampled) {

  static final String HEADER = "traceparent";

  /** Later versions may append fields; version ff and ids of nothing but zeros are invalid. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-.*)?");

  private static final int LONGEST = 512;
  private static final int SAMPLED = 1;

  static TraceParent continueOrStart(@Nullable String header) {
    TraceParent continued = continued(header);
    return continued == null ? started() : continued;
  }

  /** Null without a valid header. */
  static @Nullable TraceParent continued(@Nullable String header) {
    if (header == null || header.length() > LONGEST) {
      return null;
    }
    Matcher matcher = FORM.matcher(header);
    if (!matcher.matches() || (matcher.group(4) != null && "00".equals(matcher.group(1)))) {
      return null;
    }
    boolean sampled = (Integer.parseInt(matcher.group(3), 16) & SAMPLED) != 0;
    return new TraceParent(matcher.group(2), newSpanId(), sampled);
  }

  static TraceParent started() {
    return new TraceParent(hex(randomNonZero()) + hex(randomNonZero()), newSpanId(), true);
  }

  static String newSpanId() {
    return hex(randomNonZero());
  }

  /** What to send along, so that whoever is called knows its parent. */
  String header() {
    return "00-" + traceId + '-' + spanId + (sampled ? "-01" : "-00");
  }

  private static long randomNonZero() {
    long random;
    do {
      random = ThreadLocalRandom.current().nextLong();
    } while (random == 0);
    return random;
  }

  private static String hex(long bits) {
    return HexFormat.of().toHexDigits(bits);
  }
}
