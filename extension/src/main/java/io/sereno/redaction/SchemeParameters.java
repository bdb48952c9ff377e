package io.sereno.redaction;

/** The parameters of an authentication scheme: {@code username="ada", response="…"}. */
final class SchemeParameters {

  private SchemeParameters() {}

  /** The end of {@code name="value", name=value}; the start if there is none. */
  static int end(CharSequence text, int start) {
    int end = start;
    int i = start;
    while (i < text.length()) {
      int name = Alphabet.WORD.end(text, i);
      int equals = Chars.skipBlanks(text, name);
      if (name == i || Chars.at(text, equals) != '=') {
        return end;
      }
      end = parameterEnd(text, Chars.skipBlanks(text, equals + 1));
      int comma = Chars.skipBlanks(text, end);
      if (Chars.at(text, comma) != ',') {
        return end;
      }
      i = Chars.skipBlanks(text, comma + 1);
    }
    return end;
  }

  /** Lists of headers have semicolons. */
  private static int bareEnd(CharSequence text, int value) {
    int end = Values.bareEnd(text, value);
    while (Chars.at(text, end) == ';' && Chars.isAlphanumeric(Chars.at(text, end + 1))) {
      end = Values.bareEnd(text, end + 1);
    }
    return end;
  }

  private static int parameterEnd(CharSequence text, int value) {
    if (Quotes.contentStart(text, value) < 0) {
      return bareEnd(text, value);
    }
    int closing = Quotes.contentEnd(text, value);
    int end = Quotes.contentStart(text, closing);
    return end < 0 ? closing : end;
  }
}
