package io.sereno.logging;

import java.io.PrintWriter;
import java.io.Writer;

/** Stack traces as text, causes and suppressed exceptions included, up to a length. */
final class StackTraces {

  private StackTraces() {}

  static String of(Throwable thrown, int longest) {
    Bounded text = new Bounded(longest);
    try {
      thrown.printStackTrace(new PrintWriter(text));
    } catch (RuntimeException | StackOverflowError e) { // the exception's own toString
      text.write(
          "…[" + e.getClass().getName() + " while printing " + thrown.getClass().getName() + "]");
    }
    return text.toString();
  }

  /** Takes so much and ignores the rest. */
  private static final class Bounded extends Writer {

    private final int longest;
    private final StringBuilder text = new StringBuilder();

    Bounded(int longest) {
      this.longest = longest;
    }

    @Override
    public void write(char[] chars, int from, int length) {
      int room = longest - text.length();
      if (length <= room) {
        text.append(chars, from, length);
      } else if (room > 0) {
        text.append(chars, from, room).append(JsonLine.CUT);
      }
    }

    @Override
    public void write(String chars) {
      write(chars.toCharArray(), 0, chars.length());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
