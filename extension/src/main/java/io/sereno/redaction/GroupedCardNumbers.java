package io.sereno.redaction;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Payment card numbers written as numbers are, in groups of three from the right: {@code
 * 4,111,111,111,111,111} is what java.text makes of one that is passed as a {@code long}.
 */
final class GroupedCardNumbers implements Detector {

  private static final int GROUP = 3;
  private static final int FEWEST_GROUPS = 3;
  private static final int MOST_GROUPS = 6;

  private final CardNumbers cards = new CardNumbers();

  @Override
  public String kind() {
    return cards.kind();
  }

  /** One to three digits; a separator is the next character. */
  @Override
  public List<String> triggers() {
    Stream<String> fewer =
        IntStream.range(1, 100).boxed().flatMap(i -> Stream.of(i + ",", i + ".", i + "'"));
    Stream<String> three = IntStream.range(100, 1_000).mapToObj(String::valueOf);
    return Stream.concat(fewer, three).toList();
  }

  @Override
  public long find(CharSequence text, int at, int from, boolean truncated) {
    int first = Alphabet.DIGITS.end(text, at, Math.min(text.length(), at + GROUP));
    char separator = Chars.at(text, first);
    if (separator != ',' && separator != '.' && separator != '\'') {
      return Span.NONE;
    }
    int groups = 0;
    while (groups <= MOST_GROUPS && isGroup(text, first + groups * (1 + GROUP), separator)) {
      groups++;
    }
    int end = first + groups * (1 + GROUP);
    boolean found =
        groups >= FEWEST_GROUPS && groups <= MOST_GROUPS && cards.isWhole(digits(text, at, end));
    return found ? Span.of(at, end) : Span.NONE;
  }

  /** Few numbers are as long as this one. */
  private static CharSequence digits(CharSequence text, int start, int end) {
    StringBuilder digits = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      if (Chars.isDigit(text.charAt(i))) {
        digits.append(text.charAt(i));
      }
    }
    return digits;
  }

  private static boolean isGroup(CharSequence text, int at, char separator) {
    int start = at + 1;
    int end = start + GROUP;
    return Chars.at(text, at) == separator
        && end <= text.length()
        && Alphabet.DIGITS.end(text, start, end) == end
        && !Chars.isAlphanumeric(Chars.at(text, end));
  }
}
