package io.sereno.redaction;

import java.util.List;

/** E-mail addresses. */
final class Emails implements Detector {

  private static final String LOCAL = "._%+-'!#$&*/?^{|}~";

  /** Of a local part; a longer one is none, and looking further back would take too long. */
  private static final int LONGEST = 64;

  @Override
  public String kind() {
    return "e-mail address";
  }

  @Override
  public List<String> triggers() {
    return List.of("@");
  }

  @Override
  public long find(CharSequence text, int at, int from, boolean truncated) {
    int start = at;
    while (start > from && at - start < LONGEST && isLocal(text.charAt(start - 1))) {
      start--;
    }
    while (start < at && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    int end = Alphabet.DOTTED.end(text, at + 1, Math.min(text.length(), at + 255));
    while (end > at + 1 && !Chars.isAlphanumeric(text.charAt(end - 1))) {
      end--;
    }
    boolean domain = hasDot(text, at + 1, end) || (truncated && end == text.length());
    return start < at && domain ? Span.of(start, end) : Span.NONE;
  }

  private static boolean hasDot(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '.') {
        return true;
      }
    }
    return false;
  }

  private static boolean isLocal(char c) {
    return Character.isLetterOrDigit(c) || LOCAL.indexOf(c) >= 0;
  }
}
