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
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>
 */
record TraceParent(String traceId, String spanId) {

  static final String HEADER = "traceparent";

  /** Later versions may append fields; version ff and ids of nothing but zeros are invalid. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

  private static final int LONGEST = 512;

  static TraceParent continueOrStart(@Nullable String header) {
    String span = hex(randomNonZero());
    if (header != null && header.length() <= LONGEST) {
      Matcher matcher = FORM.matcher(header);
      if (matcher.matches() && (matcher.group(3) == null || !"00".equals(matcher.group(1)))) {
        return new TraceParent(matcher.group(2), span);
      }
    }
    return new TraceParent(hex(randomNonZero()) + hex(randomNonZero()), span);
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
