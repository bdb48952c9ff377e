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

  @Override
  public String kind() {
    return CardNumbers.KIND;
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
    if (groups < FEWEST_GROUPS || groups > MOST_GROUPS) {
      return Span.NONE;
    }
    int end = first + groups * (1 + GROUP);
    return CardNumbers.isNumber(text, at, end, end - at - groups) ? Span.of(at, end) : Span.NONE;
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
