package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts the characters that are looked at, of texts that repeat what begins a secret. */
class LinearTimeTest {

  private static final int LENGTH = 50_000;
  private static final int LOOKS_PER_CHARACTER = 64;

  private static final int SHORT = 3_000;

  /** What is looked at beyond a place is bounded, but not by a few characters. */
  private static final int BEYOND = 20_000;

  private static final List<String> SEPARATORS =
      List.of(
          "", "+", "=", ",", " ", "\t", "\n", "\"", "'", "`", ";", ":", "&", "%20", "%3D", "%26",
          "%22", "-", "_", ".", "/", "@", "|", "<", ">", "(", ")", "[", "]", "{", "}", "\\", "\\\"",
          "\\n", "\\t", "\\u003d", "\\u0022", "&quot;", "=,", ":,", "=\"", "='", ":\n", ":\n{",
          "=<", "=)", "=&", "=[", "={", "={}", "==", "= = ", ": ", ": :", "=\\", "=\"\"", "=''a",
          "==.", "..", "\":\"", "\",\"");

  private static final List<String> MORE =
      List.of(
          "name",
          "value",
          "\"value\":\"",
          "value=\"",
          "name=\"password\"",
          "name\":\"password",
          "<param name=",
          "<param name=\"a\"",
          "--password",
          "eyJ",
          "eyJa",
          "eyAi",
          "digest a",
          "value=",
          "val=x",
          "value=a name=",
          "identified by a",
          "identified with a by ",
          "IDENTIFIED BY 'a",
          "user a identified by",
          "login a password",
          "password for a",
          "password '",
          "a=\"\"\"",
          "password=\"\"\"",
          "p\\u0061",
          "\\u0061=",
          "(pin=1 a",
          ", pin=1 a",
          "8Q~",
          "A.b.token",
          "unexpected token",
          "\"");

  private static final SensitiveNames NAMES = new SensitiveNames(new RedactionSettings(List.of()));

  private final TextRedaction redaction = TextRedaction.of(NAMES, true);

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

  @Test
  void looksAFewTimesWhateverStandsBetween() {
    Map<String, Long> slow = new TreeMap<>();
    for (String beginning : beginnings()) {
      for (String separator : SEPARATORS) {
        String repeated = beginning + separator;
        long looks = looks(repeated, SHORT) - BEYOND;
        if (looks > (long) SHORT * LOOKS_PER_CHARACTER) {
          slow.put(repeated, looks / SHORT);
        }
      }
    }
    assertThat(slow).isEmpty();
  }

  /** All triggers, schemes, prefixes and names. */
  private static Set<String> beginnings() {
    Set<String> beginnings = new TreeSet<>(MORE);
    for (Detector detector : TextRedaction.detectors(NAMES, true)) {
      beginnings.addAll(detector.triggers());
    }
    Schemes.names().forEach(beginnings::add);
    Schemes.names().map(scheme -> "x " + scheme + " a").forEach(beginnings::add);
    TokenShapes.read().forEach(shape -> beginnings.add(shape.prefix()));
    beginnings.addAll(SecretWords.PARTS);
    beginnings.addAll(SecretWords.WORDS);
    return beginnings;
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
