package io.sereno.redaction;

import org.jspecify.annotations.Nullable;

/**
 * Quotes around names and values: plain, behind the backslashes of a string inside of a string, or
 * encoded as HTML, JSON and URLs write them.
 */
final class Quotes {

  private static final String[] ENCODED = {
    "&quot;", "&#34;", "&#x22;", "&apos;", "&#39;", "\\u0022", "\\u0027", "%22"
  };

  private static final int TRIPLE = 3;

  private Quotes() {}

  /** After the quote that begins at {@code at}; -1 if none does. */
  static int contentStart(CharSequence text, int at) {
    int plain = plain(text, at);
    if (plain >= 0) {
      return isTriple(text, plain) ? plain + TRIPLE : plain + 1;
    }
    int last = lastBackslash(text, at);
    String encoded = encoded(text, last);
    return encoded == null ? -1 : last + encoded.length();
  }

  /**
   * Where the content ends of the quote that begins at {@code at}: before what closes it, or at the
   * text's end.
   */
  static int contentEnd(CharSequence text, int at) {
    int plain = plain(text, at);
    if (plain >= 0) {
      return isTriple(text, plain) ? tripleEnd(text, plain) : closing(text, plain);
    }
    int last = lastBackslash(text, at);
    String encoded = encoded(text, last);
    int end = encoded == null ? -1 : Chars.indexOf(text, encoded, last + encoded.length());
    return end < 0 ? text.length() : end;
  }

  /** Whether three stand there, as around a text block, and something within. */
  private static boolean isTriple(CharSequence text, int quote) {
    char c = text.charAt(quote);
    return Chars.at(text, quote + 1) == c
        && Chars.at(text, quote + 2) == c
        && quote + TRIPLE < text.length();
  }

  private static int tripleEnd(CharSequence text, int quote) {
    char c = text.charAt(quote);
    int run = 0;
    for (int i = quote + TRIPLE; i < text.length(); i++) {
      run = text.charAt(i) == c ? run + 1 : 0;
      if (run == TRIPLE) {
        return i + 1 - TRIPLE;
      }
    }
    return text.length();
  }

  /** Before the quote that ends at {@code end}; the end itself if none does. */
  static int before(CharSequence text, int end, int from) {
    if (end <= from) {
      return end;
    }
    if (Chars.isQuote(text.charAt(end - 1))) {
      return end - 1 - backslashes(text, end - 1, from);
    }
    for (String encoded : ENCODED) {
      int start = end - encoded.length();
      if (start >= from && Chars.startsWith(text, start, encoded)) {
        return start - backslashes(text, start, from);
      }
    }
    return end;
  }

  /** The plain quote that begins at {@code at}, behind backslashes or not; -1 if none does. */
  static int plain(CharSequence text, int at) {
    int i = at;
    while (Chars.at(text, i) == '\\') {
      i++;
    }
    return Chars.isQuote(Chars.at(text, i)) ? i : -1;
  }

  /**
   * Where the backslashes or the quote are that close a string, or the text's end. A string inside
   * of a string has its quotes behind backslashes, one inside of that behind more of them; a quote
   * that is written twice belongs to the content.
   */
  static int closing(CharSequence text, int quote) {
    int level = backslashes(text, quote, 0);
    char wanted = text.charAt(quote);
    int run = 0;
    for (int i = quote + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == wanted && (level == 0 ? run % 2 == 0 : run <= level)) {
        if (level > 0 || !isWrittenTwice(text, quote, i)) {
          return level == 0 ? i : i - run;
        }
        i++;
      }
      run = c == '\\' ? run + 1 : 0;
    }
    return text.length();
  }

  /** As SQL does: behind some content, and before more of it. */
  private static boolean isWrittenTwice(CharSequence text, int quote, int at) {
    return at > quote + 1
        && Chars.at(text, at + 1) == text.charAt(at)
        && Chars.isAlphanumeric(Chars.at(text, at + 2));
  }

  private static int backslashes(CharSequence text, int at, int from) {
    int i = at;
    while (i > from && text.charAt(i - 1) == '\\') {
      i--;
    }
    return at - i;
  }

  private static int lastBackslash(CharSequence text, int at) {
    int i = at;
    while (Chars.at(text, i) == '\\' && Chars.at(text, i + 1) == '\\') {
      i++;
    }
    return i;
  }

  private static @Nullable String encoded(CharSequence text, int at) {
    for (String encoded : ENCODED) {
      if (Chars.startsWith(text, at, encoded)) {
        return encoded;
      }
    }
    return null;
  }
}
