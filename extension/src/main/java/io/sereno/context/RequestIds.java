package io.sereno.context;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Request ids: the caller's own if it is harmless, else a fresh one. */
final class RequestIds {

  static final String HEADER = "X-Request-ID";

  private static final int LONGEST = 128;

  private RequestIds() {}

  static String acceptOrCreate(@Nullable String sent) {
    return sent != null && isAcceptable(sent) ? sent : UUID.randomUUID().toString();
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
