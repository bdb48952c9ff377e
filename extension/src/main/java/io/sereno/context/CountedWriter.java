package io.sereno.context;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Counts the bytes that the characters become that go through.
 *
 * <p>{@code print} and {@code append} end in one of the three methods that write; lines are ended
 * by the container's writer, in its own way.
 */
final class CountedWriter extends PrintWriter {

  private final PrintWriter target;
  private final BodySize size;
  private final @Nullable Charset charset;

  CountedWriter(PrintWriter target, BodySize size, @Nullable Charset charset) {
    super(target);
    this.target = target;
    this.size = size;
    this.charset = charset;
  }

  @Override
  public void write(int c) {
    target.write(c);
    size.addCharacter((char) c, charset);
  }

  @Override
  public void write(char[] text, int start, int length) {
    target.write(text, start, length);
    size.addText(text, start, length, charset);
  }

  @Override
  public void write(String text, int start, int length) {
    target.write(text, start, length);
    size.addText(text, start, length, charset);
  }

  @Override
  @SuppressWarnings("AnnotateFormatMethod") // with an annotation that would be one more dependency
  public PrintWriter format(String format, @Nullable Object... arguments) {
    write(String.format(format, arguments));
    return this;
  }

  @Override
  public PrintWriter format(Locale locale, String format, @Nullable Object... arguments) {
    write(String.format(locale, format, arguments));
    return this;
  }

  @Override
  public void println() {
    target.println();
    size.addLineEnd(target);
  }

  @Override
  public void println(boolean value) {
    println(String.valueOf(value));
  }

  @Override
  public void println(char value) {
    println(String.valueOf(value));
  }

  @Override
  public void println(int value) {
    println(String.valueOf(value));
  }

  @Override
  public void println(long value) {
    println(String.valueOf(value));
  }

  @Override
  public void println(float value) {
    println(String.valueOf(value));
  }

  @Override
  public void println(double value) {
    println(String.valueOf(value));
  }

  @Override
  public void println(char[] text) {
    write(text, 0, text.length);
    println();
  }

  @Override
  public void println(@Nullable Object value) {
    println(String.valueOf(value));
  }

  @Override
  public void println(@Nullable String text) {
    write(String.valueOf(text));
    println();
  }

  @Override
  public void flush() {
    target.flush();
  }

  @Override
  public void close() {
    target.close();
  }

  @Override
  public boolean checkError() {
    return target.checkError();
  }
}
