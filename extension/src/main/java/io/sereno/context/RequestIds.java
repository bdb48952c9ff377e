package io.sereno.context;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Request ids: the caller's own if it is harmless, else a fresh one. */
final class RequestIds {

  static final String HEADER = "X-Request-ID";

  private static final int LONGEST = 128;
  private static final long VERSION_BITS = 0xF000L;
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT_2 = 1L << 63;

  private RequestIds() {}

  static String acceptOrCreate(@Nullable String sent) {
    return sent != null && isAcceptable(sent) ? sent : random();
  }

  /** A random UUID. It need not be hard to guess, as one of the JDK's own would be at some cost. */
  private static String random() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (random.nextLong() & ~VERSION_BITS) | VERSION_4;
    long low = (random.nextLong() >>> 2) | VARIANT_2;
    return new UUID(high, low).toString();
  }

  static boolean isAcceptable(String id) {
    if (id.isEmpty() || id.length() > LONGEST) {
      return false;
    }
    return id.chars()
        .allMatch(
            c ->
                (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || c == '.'
                    || c == '_'
                    || c == '-');
  }
}
