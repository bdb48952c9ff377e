package io.sereno.redaction;

import java.util.List;
import java.util.stream.IntStream;

/** International bank account numbers (ISO 13616): the length of their country, and mod 97 is 1. */
final class Ibans implements Detector {

  /** Country and length, as the registry has them. */
  private static final String LENGTHS =
      "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29"
          + "ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30"
          + "KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15"
          + "OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23"
          + "TN24TR26UA29VA22VG24XK20YE30";

  /** Of a number that was cut: the country, its check digits and some more. */
  private static final int SHORTEST_CUT = 8;

  private final int[] lengths = new int[26 * 26];
  private final List<String> triggers;

  Ibans() {
    for (int i = 0; i < LENGTHS.length(); i += 4) {
      lengths[country(LENGTHS, i)] = Integer.parseInt(LENGTHS.substring(i + 2, i + 4));
    }
    this.triggers =
        IntStream.range(0, LENGTHS.length() / 4)
            .mapToObj(i -> LENGTHS.substring(4 * i, 4 * i + 2))
            .flatMap(country -> IntStream.range(0, 10).mapToObj(digit -> country + digit))
            .flatMap(Triggers::inAnyCase)
            .toList();
  }

  @Override
  public String kind() {
    return "IBAN";
  }

  @Override
  public List<String> triggers() {
    return triggers;
  }

  @Override
  public long find(CharSequence text, int at, int from, boolean truncated) {
    int length = Chars.isDigit(Chars.at(text, at + 2)) ? length(text, at) : 0;
    if (length == 0) {
      return Span.NONE;
    }
    int count = 0;
    int i = at;
    while (count < length && i < text.length()) {
      char c = text.charAt(i);
      if (Chars.isAlphanumeric(c)) {
        count++;
      } else if (!isSeparator(c) || !Chars.isAlphanumeric(Chars.at(text, i + 1))) {
        return Span.NONE;
      }
      i++;
    }
    if (count < length) {
      return truncated && count >= SHORTEST_CUT ? Span.of(at, i) : Span.NONE;
    }
    boolean ends = !Chars.isAlphanumeric(Chars.at(text, i));
    return ends && hasChecksum(text, at, i) ? Span.of(at, i) : Span.NONE;
  }

  /** How many characters such a number has, 0 if none begins here. */
  private int length(CharSequence text, int at) {
    boolean begins =
        Chars.isDigit(Chars.at(text, at + 2))
            && Chars.isDigit(Chars.at(text, at + 3))
            && Chars.isLetter(text.charAt(at))
            && Chars.isLetter(Chars.at(text, at + 1));
    return begins ? lengths[country(text, at)] : 0;
  }

  private static int country(CharSequence text, int at) {
    return (value(text.charAt(at)) - 10) * 26 + value(text.charAt(at + 1)) - 10;
  }

  private static boolean hasChecksum(CharSequence text, int start, int end) {
    int rest = 0;
    for (int i = start + 4; i < end; i++) {
      rest = append(rest, text.charAt(i));
    }
    for (int i = start; i < start + 4; i++) {
      rest = append(rest, text.charAt(i));
    }
    return rest == 1;
  }

  private static int append(int rest, char c) {
    if (!Chars.isAlphanumeric(c)) {
      return rest;
    }
    int value = value(c);
    return (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }

  /** 0 to 9 as they are, A to Z from 10. */
  private static int value(char c) {
    return Character.digit(c, 36);
  }

  private static boolean isSeparator(char c) {
    return c == ' ' || c == '-' || c == '.' || c == '\u00a0' || c == '\u202f';
  }
}
