package io.sereno.context;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes of an answer's body the application has written. One answer is written by one
 * thread at a time.
 */
final class BodySize {

  private static final int LINE_END = System.lineSeparator().length();
  private static final int CRLF = 2;

  private long bytes;
  private boolean exact = true;
  private boolean containers;

  void add(long more) {
    bytes += more;
  }

  /** The end of a line, which a container writes as the system does; Undertow always as HTTP. */
  void addLineEnd(PrintWriter writer) {
    bytes += writer.getClass().getName().startsWith("io.undertow.") ? CRLF : LINE_END;
  }

  void addText(String text, int start, int length, @Nullable Charset charset) {
    if (UTF_8.equals(charset)) {
      for (int i = start; i < start + length; i++) {
        addUtf8(text.charAt(i));
      }
    } else if (ISO_8859_1.equals(charset) || US_ASCII.equals(charset)) {
      bytes += length;
    } else {
      exact = false;
    }
  }

  void addText(char[] text, int start, int length, @Nullable Charset charset) {
    if (UTF_8.equals(charset)) {
      for (int i = start; i < start + length; i++) {
        addUtf8(text[i]);
      }
    } else {
      addText("", 0, length, charset);
    }
  }

  void addCharacter(char c, @Nullable Charset charset) {
    if (UTF_8.equals(charset)) {
      addUtf8(c);
    } else {
      addText("", 0, 1, charset);
    }
  }

  /** Half of a pair of surrogates is half of four bytes. */
  private void addUtf8(char c) {
    bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }

  /** The application has taken back what it wrote. */
  void clear() {
    bytes = 0;
    exact = true;
  }

  /** The container answers by itself, such as with an error page of its own. */
  void leaveToContainer() {
    clear();
    containers = true;
  }

  /** The answer may go on where nobody counts. */
  void lose() {
    exact = false;
  }

  /** From here on, all is counted: nothing had been written. */
  void find() {
    exact = exact || bytes == 0;
  }

  long bytes() {
    return !exact || (containers && bytes == 0) ? EndedRequest.UNKNOWN : bytes;
  }

  /** The character set of a response's writer, null if this JVM does not know it. */
  static @Nullable Charset charset(@Nullable String name) {
    try {
      return name == null ? ISO_8859_1 : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null; // the container knows better
    }
  }
}
