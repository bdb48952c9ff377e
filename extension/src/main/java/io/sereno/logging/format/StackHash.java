package io.sereno.logging.format;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * A short hash of an exception and where it was thrown: of the types and frames of the exception
 * and its causes, without their messages, and without classes that are generated and named anew at
 * each start.
 *
 * @see <a
 *     href="https://github.com/logfellow/logstash-logback-encoder/blob/main/stack-hash.md">stack
 *     hash</a>
 */
final class StackHash {

  private static final int MOST_CAUSES = 50;

  private StackHash() {}

  /** Eight hexadecimal digits. */
  static String of(Throwable thrown) {
    CRC32 hash = new CRC32();
    Throwable current = thrown;
    for (int i = 0; current != null && i < MOST_CAUSES; i++) {
      add(current.getClass().getName(), hash);
      for (StackTraceElement frame : Foreign.frames(current)) {
        if (!isGenerated(frame.getClassName())) {
          add(
              frame.getClassName() + '#' + frame.getMethodName() + ':' + frame.getLineNumber(),
              hash);
        }
      }
      current = Foreign.cause(current);
    }
    return HexFormat.of().toHexDigits((int) hash.getValue());
  }

  private static void add(String text, CRC32 hash) {
    hash.update(text.getBytes(StandardCharsets.UTF_8));
    hash.update('\n');
  }

  private static boolean isGenerated(String type) {
    return type.contains("$$")
        || type.contains("$Proxy")
        || type.contains("_WeldSubclass")
        || type.startsWith("jdk.internal.reflect.")
        || type.startsWith("java.lang.invoke.");
  }
}
