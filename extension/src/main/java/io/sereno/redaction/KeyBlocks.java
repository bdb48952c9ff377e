package io.sereno.redaction;

import java.util.List;

/**
 * Private keys as files have them: PEM (RFC 7468), OpenSSH, PGP, SSH2 and PuTTY. A block without
 * its end reaches to the end of the text.
 */
final class KeyBlocks implements Detector {

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String SSH2_BEGIN = "---- BEGIN ";
  private static final String SSH2_END = "---- END ";
  private static final String SECRET = "PRIVATE KEY";
  private static final String PUTTY = "PuTTY-User-Key-File-";
  private static final String PUTTY_END = "Private-MAC:";

  private static final int LONGEST_LABEL = 64;

  @Override
  public String kind() {
    return "private key";
  }

  @Override
  public List<String> triggers() {
    return List.of("--", "Pu");
  }

  @Override
  public long find(CharSequence text, int at, int from, boolean truncated) {
    if (text.charAt(at) == 'P') {
      return Chars.startsWith(text, at, PUTTY) ? Span.of(at, puttyEnd(text, at)) : Span.NONE;
    }
    if (Chars.startsWith(text, at, BEGIN)) {
      return block(text, at, at + BEGIN.length(), END);
    }
    return Chars.startsWith(text, at, SSH2_BEGIN)
        ? block(text, at, at + SSH2_BEGIN.length(), SSH2_END)
        : Span.NONE;
  }

  private static long block(CharSequence text, int start, int label, String ending) {
    if (!isSecret(text, label)) {
      return Span.NONE;
    }
    int end = Chars.indexOf(text, ending, label);
    if (end < 0) {
      return Span.of(start, text.length());
    }
    int i = end + ending.length();
    while (i < text.length() && isLabel(text.charAt(i))) {
      i++;
    }
    while (i < text.length() && text.charAt(i) == '-') {
      i++;
    }
    return Span.of(start, i);
  }

  /** Whether the label is a private key's, or was cut and may be. */
  private static boolean isSecret(CharSequence text, int label) {
    int last = Math.min(text.length(), label + LONGEST_LABEL);
    for (int i = label; i < last; i++) {
      char c = text.charAt(i);
      if (c == 'P' && Chars.startsWith(text, i, SECRET)) {
        return true;
      }
      if (!isLabel(c)) {
        return false;
      }
    }
    return last == text.length();
  }

  private static boolean isLabel(char c) {
    return Chars.isAlphanumeric(c) || c == ' ';
  }

  private static int puttyEnd(CharSequence text, int at) {
    int end = Chars.indexOf(text, PUTTY_END, at);
    if (end < 0) {
      return text.length();
    }
    int mac = Chars.skipBlanks(text, end + PUTTY_END.length());
    return Alphabet.HEX.end(text, mac);
  }
}
