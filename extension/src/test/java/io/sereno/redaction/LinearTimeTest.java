package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts the characters that are looked at, of texts that repeat what begins a secret. */
class LinearTimeTest {

  private static final int LENGTH = 50_000;
  private static final int LOOKS_PER_CHARACTER = 64;

  private final TextRedaction redaction =
      TextRedaction.of(new SensitiveNames(new RedactionSettings(List.of())), true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "9",
        "9 ",
        "4111 ",
        "4111-",
        "eyJ",
        "eyJ.",
        "eyJ-",
        "a=a=a=",
        "\":\"",
        " ",
        "ES91 ",
        "ES91 2100 ",
        "ES91",
        "http://",
        "http://a:b@",
        "http://a:b",
        "-----BEGIN ",
        "-----BEGIN PRIVATE KEY-----",
        "password=",
        "password=\"",
        "\\\"password\\\":\\\"",
        "<",
        "<password>",
        "<password",
        "<token> ",
        "&lt;",
        "token: ",
        "token:\\",
        "%3D",
        "%",
        "\\",
        "{",
        "\"token\":{",
        "=[{\"",
        "Bearer ",
        "bearer a",
        "Digest ",
        "digest a=b,",
        "@",
        "a@",
        "sk-",
        "ghp_",
        "M.",
        "oracle:thin:",
        "Cookie: ",
        ":",
        ". .",
        "12345678:AA",
        "-us1",
        "a\n",
        "Authorization: ",
        "Authorization=x ",
        "token='",
        "a%3D%26",
        "pass[",
        "a_b-c.d$"
      })
  void looksAtEachCharacterAFewTimes(String repeated) {
    assertThat(looks(repeated, LENGTH)).isLessThan((long) LENGTH * LOOKS_PER_CHARACTER);
    assertThat(looks(repeated, 4 * LENGTH)).isLessThan(4L * LENGTH * LOOKS_PER_CHARACTER);
  }

  private long looks(String repeated, int length) {
    CountingText text = new CountingText(repeated.repeat(length / repeated.length()));
    long span = redaction.next(text, 0, true);
    while (span != Span.NONE) {
      span = redaction.next(text, Span.end(span), true);
    }
    return text.looks;
  }

  private static final class CountingText implements CharSequence {

    private final String text;
    private long looks;

    CountingText(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      looks += end - start;
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
