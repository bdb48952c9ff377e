package io.sereno.redaction;

import java.util.List;

/**
 * Tokens that are known by what stands inside of them: Telegram's {@code digits:AA…}, Mailchimp's
 * {@code …-us12}, Terraform's {@code ….atlasv1.…}, and Discord's three parts.
 */
final class InnerTokens implements Detector {

  private static final String TERRAFORM = ".atlasv1.";
  private static final int TERRAFORM_ID = 14;
  private static final int MAILCHIMP = 32;
  private static final int TELEGRAM = 30;

  @Override
  public String kind() {
    return "token of a known provider";
  }

  @Override
  public List<String> triggers() {
    return List.of(":", ".a", "-u", "M", "N", "O");
  }

  @Override
  public long find(CharSequence text, int at, int from, boolean truncated) {
    return switch (text.charAt(at)) {
      case ':' -> telegram(text, at, from);
      case '.' -> terraform(text, at, from);
      case '-' -> mailchimp(text, at, from);
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
