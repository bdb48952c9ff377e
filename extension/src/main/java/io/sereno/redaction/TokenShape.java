package io.sereno.redaction;

import java.util.Locale;

/**
 * What the tokens of one issuer look like: a prefix and a body of so many characters.
 *
 * @param prefix how they begin
 * @param masked what is masked: not the prefix where it is an address
 * @param cut whether the prefix alone gives a token away, so that a shorter body at the end of the
 *     text is one as well
 * @param alphabet what bodies are made of
 * @param length how long bodies are
 * @param issuer whose they are
 */
record TokenShape(
    String prefix, Part masked, boolean cut, Alphabet alphabet, Length length, String issuer) {

  /** The whole token, or what follows its prefix. */
  enum Part {
    ALL,
    BODY
  }

  /** The fewest characters, and the most, after which no other one of the alphabet stands. */
  record Length(int least, int most) {

    /** Reads {@code 36}, {@code 36-40} or {@code 36-}. */
    static Length parse(String text) {
      String[] bounds = text.split("-", -1);
      int least = Integer.parseInt(bounds[0]);
      if (bounds.length == 1) {
        return new Length(least, least);
      }
      return new Length(
          least, bounds[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(bounds[1]));
    }
  }

  /** Reads a line of the table: prefix, mask, cut or whole, alphabet, length, issuer. */
  static TokenShape parse(String line) {
    String[] columns = line.strip().split("\\s+", 6);
    return new TokenShape(
        columns[0],
        Part.valueOf(columns[1].toUpperCase(Locale.ROOT)),
        columns[2].equals("cut"),
        Alphabet.valueOf(columns[3].toUpperCase(Locale.ROOT)),
        Length.parse(columns[4]),
        columns[5]);
  }

  /** The token whose prefix begins at {@code at}. */
  long find(CharSequence text, int at, boolean truncated) {
    if (!Chars.startsWith(text, at, prefix)) {
      return Span.NONE;
    }
    int body = at + prefix.length();
    int longest = (int) Math.min(text.length(), (long) body + length.most);
    int end = alphabet.end(text, body, longest);
    if (end == body || (end < text.length() && alphabet.has(text.charAt(end)))) {
      return Span.NONE;
    }
    boolean cutOff = (cut || truncated) && end == text.length();
    return end - body >= length.least || cutOff
        ? Span.of(masked == Part.ALL ? at : body, end)
        : Span.NONE;
  }
}
