package io.sereno.redaction;

/** The characters that a kind of token is made of. */
enum Alphabet {
  DIGITS("0123456789"),
  HEX("0123456789abcdefABCDEF"),
  UPPER("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
  LOWER("abcdefghijklmnopqrstuvwxyz0123456789"),
  ALNUM("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"),
  /** Base64 for URLs. */
  WORD(ALNUM.characters + "-_"),
  DOLLARS(WORD.characters + "$"),
  DOTTED(WORD.characters + "."),
  BASE64(ALNUM.characters + "+/="),
  /** Of RFC 7235: what follows the scheme of an {@code Authorization}. */
  TOKEN68(ALNUM.characters + "-._~+/="),
  /** The same in a form, in which {@code +} is a blank. */
  FORM_TOKEN(ALNUM.characters + "-._~/="),
  /** Of paths that are secret, such as those of webhooks. */
  PATH(DOTTED.characters + "/@%");

  private final String characters;
  private final long low;
  private final long high;

  Alphabet(String characters) {
    this.characters = characters;
    this.low = characters.chars().filter(c -> c < 64).mapToLong(c -> 1L << c).sum();
    this.high = characters.chars().filter(c -> c >= 64).mapToLong(c -> 1L << c).sum();
  }

  boolean has(char c) {
    return c < 128 && ((c < 64 ? low : high) >>> c & 1) != 0;
  }

  /** The end of the characters that begin at {@code start}, {@code end} at most. */
  int end(CharSequence text, int start, int end) {
    int i = start;
    while (i < end && has(text.charAt(i))) {
      i++;
    }
    return i;
  }

  int end(CharSequence text, int start) {
    return end(text, start, text.length());
  }
}
