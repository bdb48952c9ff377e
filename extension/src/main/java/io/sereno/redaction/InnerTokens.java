package io.sereno.redaction;

import java.util.List;

/**
 * Tokens that are known by what stands inside of them: Telegram's {@code digits:AA…}, Mailchimp's
 * {@code …-us12}, Terraform's {@code ….atlasv1.…}, Azure's {@code …8Q~…}, Airtable's and Discord's
 * parts.
 */
final class InnerTokens implements Detector {

  private static final String TERRAFORM = ".atlasv1.";
  private static final int TERRAFORM_ID = 14;
  private static final int MAILCHIMP = 32;
  private static final int TELEGRAM = 30;
  private static final int AZURE = 31;
  private static final int AIRTABLE_ID = 17;
  private static final int AIRTABLE = 64;

  @Override
  public String kind() {
    return "token of a known provider";
  }

  @Override
  public List<String> triggers() {
    return List.of(":", ".a", "-u", "~", "pat", "M", "N", "O");
  }

  @Override
  public long find(CharSequence text, int at, int from, boolean truncated) {
    return switch (text.charAt(at)) {
      case ':' -> telegram(text, at, from);
      case '.' -> terraform(text, at, from);
      case '-' -> mailchimp(text, at, from);
      case '~' -> azure(text, at, from);
      case 'p' -> airtable(text, at);
      default -> discord(text, at);
    };
  }

  private static long telegram(CharSequence text, int at, int from) {
    int start = back(text, at, from, Alphabet.DIGITS, 11);
    int digits = at - start;
    if (digits < 8 || digits > 10) {
      return Span.NONE;
    }
    int end = Alphabet.WORD.end(text, at + 1, Math.min(text.length(), at + 1 + 40));
    return end - at > TELEGRAM ? Span.of(start, end) : Span.NONE;
  }

  private static long terraform(CharSequence text, int at, int from) {
    if (!Chars.startsWith(text, at, TERRAFORM)) {
      return Span.NONE;
    }
    int start = back(text, at, from, Alphabet.ALNUM, TERRAFORM_ID + 1);
    int body = at + TERRAFORM.length();
    return at - start == TERRAFORM_ID ? Span.of(start, Alphabet.WORD.end(text, body)) : Span.NONE;
  }

  private static long mailchimp(CharSequence text, int at, int from) {
    if (!Chars.startsWith(text, at, "-us") || !Chars.isDigit(Chars.at(text, at + 3))) {
      return Span.NONE;
    }
    int start = back(text, at, from, Alphabet.HEX, MAILCHIMP + 1);
    int end = Alphabet.DIGITS.end(text, at + 3, Math.min(text.length(), at + 6));
    return at - start == MAILCHIMP && end - at <= 5 ? Span.of(start, end) : Span.NONE;
  }

  /** Three characters, a digit, {@code Q~} and the rest. */
  private static long azure(CharSequence text, int at, int from) {
    int start = at - 5;
    if (start < from || text.charAt(at - 1) != 'Q' || !Chars.isDigit(text.charAt(at - 2))) {
      return Span.NONE;
    }
    for (int i = start; i < start + 3; i++) {
      if (!isAzure(text.charAt(i))) {
        return Span.NONE;
      }
    }
    int end = at + 1;
    while (end < text.length() && isAzure(text.charAt(end))) {
      end++;
    }
    return end - at > AZURE || end == text.length() ? Span.of(start, end) : Span.NONE;
  }

  private static boolean isAzure(char c) {
    return c == '~' || Alphabet.DOTTED.has(c);
  }

  private static long airtable(CharSequence text, int at) {
    int id = Alphabet.ALNUM.end(text, at, Math.min(text.length(), at + AIRTABLE_ID + 1));
    if (id - at != AIRTABLE_ID || Chars.at(text, id) != '.') {
      return Span.NONE;
    }
    int end = Alphabet.HEX.end(text, id + 1, Math.min(text.length(), id + AIRTABLE + 2));
    return end - id == AIRTABLE + 1 ? Span.of(at, end) : Span.NONE;
  }

  /** A user's id and a time in Base64, and a signature. */
  private static long discord(CharSequence text, int at) {
    int id = Alphabet.ALNUM.end(text, at, Math.min(text.length(), at + 29));
    if (id - at < 23 || id - at > 28 || Chars.at(text, id) != '.') {
      return Span.NONE;
    }
    int time = Alphabet.WORD.end(text, id + 1, Math.min(text.length(), id + 8));
    if (time - id != 7 || Chars.at(text, time) != '.') {
      return Span.NONE;
    }
    int end = Alphabet.WORD.end(text, time + 1);
    return end - time > 27 || end == text.length() ? Span.of(at, end) : Span.NONE;
  }

  private static int back(CharSequence text, int at, int from, Alphabet alphabet, int most) {
    int i = at;
    while (i > from && at - i < most && alphabet.has(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }
}
