package io.sereno.redaction;

/** The first two characters of words that are looked for, to tell most others at once. */
final class Pairs {

  private static final int ASCII = 128;

  private final boolean[] begin = new boolean[ASCII * ASCII];

  void add(String word) {
    begin[word.charAt(0) * ASCII + word.charAt(1)] = true;
  }

  /** Whether one of the words may begin there. */
  boolean mayBegin(CharSequence text, int at) {
    char first = text.charAt(at);
    char second = Chars.at(text, at + 1);
    return first < ASCII && second < ASCII && begin[first * ASCII + second];
  }
}
