package io.sereno.logging.format;

import io.sereno.settings.DataSize;
import io.sereno.settings.Settings;

/**
 * Settings of stack traces.
 *
 * @param longest {@code stack-trace.max-bytes}: how long one may be; as long as the line by default
 * @param frames {@code stack-trace.max-frames}: how many frames of each exception are shown; all by
 *     default
 * @param rootFirst {@code stack-trace.root-first}: whether the first cause comes first, and what it
 *     was wrapped by after it; false by default
 * @param hash {@code stack-trace.hash}: whether a line has a hash of the exception and its frames,
 *     to count and find the same one again; false by default
 */
record StackTraceSettings(int longest, int frames, boolean rootFirst, boolean hash) {

  private static final String MAX_BYTES = "stack-trace.max-bytes";
  private static final String MAX_FRAMES = "stack-trace.max-frames";
  private static final String ROOT_FIRST = "stack-trace.root-first";
  private static final String HASH = "stack-trace.hash";

  private static final int LONGEST = 1 << 28;

  static StackTraceSettings read(Settings settings, DataSize line) {
    return new StackTraceSettings(
        (int) Math.min(settings.size(MAX_BYTES, line, new DataSize(256)).bytes(), LONGEST),
        settings.number(MAX_FRAMES, Integer.MAX_VALUE, 0, Integer.MAX_VALUE),
        settings.flag(ROOT_FIRST, false),
        settings.flag(HASH, false));
  }
}
