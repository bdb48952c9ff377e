package io.sereno.redaction;

/**
 * The characters of one short text after another, looked at once for all who want to know what is
 * in them. One thread.
 */
public final class ShortText {

  /** The longest text that is short. */
  public static final int LONGEST = 512;

  private final char[] chars =
      new char[LONGEST + 2]; // what is looked at together may cross the end
  private int length;
  private boolean plain;

  /** The characters, of which the first {@link #length()} matter. */
  public char[] chars() {
    return chars;
  }

  public int length() {
    return length;
  }

  /** Whether all of them are printable ASCII, without quotes and backslashes. */
  public boolean isPlain() {
    return plain;
  }

  void read(String text) {
    plain = false;
    length = text.length();
    text.getChars(0, length, chars, 0);
    chars[length] = 0;
    chars[length + 1] = 0;
  }

  void found(boolean onlyPlain) {
    plain = onlyPlain;
  }
}
