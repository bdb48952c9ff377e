package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The short way past redaction has to come to the same as the long one. */
class ShortTextTest {

  private static final List<String> ENDINGS =
      List.of(
          "", "\u0000", "%", "%4", "\\", "\\u", "\\u00", "\ud83d", "\ude00", "4", "-", "\"",
          "\uff1a");

  private final Redactor redactor = new Redactor(new RedactionSettings(List.of()));
  private final ShortText read = new ShortText();

  @Test
  void findsWhatTheLongWayFinds() {
    SecretSamples.positives().stream().map(SecretSamples.Positive::line).forEach(this::compareCuts);
  }

  @Test
  void passesWhatTheLongWayPasses() {
    SecretSamples.ordinary().forEach(this::compare);
  }

  @Test
  void leavesLongTextsToTheLongWay() {
    for (int length = ShortText.LONGEST - 2; length <= ShortText.LONGEST + 2; length++) {
      String text = "a ".repeat(length).substring(0, length);

      assertThat(redactor.isHarmless(text, read)).isEqualTo(length <= ShortText.LONGEST);
    }
  }

  @Test
  void tellsWhatIsPlain() {
    assertThat(isPlain("Invoice 42 approved by clerk in 12 ms, 100 % of it")).isTrue();
    for (String special :
        List.of("a\nb", "say \"a\"", "C\\b", "S\u00f6hne", "a\u007f", "\ud83d\ude00")) {
      assertThat(isPlain(special)).as(special).isFalse();
    }
    assertThat(isPlain("")).isTrue();
  }

  @Test
  void tellsNothingOfTheTextBefore() {
    assertThat(isPlain("plain")).isTrue();

    assertThat(redactor.isHarmless("password=hunter2", read)).isFalse();
    assertThat(read.isPlain()).isFalse();
  }

  private boolean isPlain(String text) {
    return redactor.isHarmless(text, read) && read.isPlain();
  }

  /** Also with less of it, and with what looks like the beginning of more. */
  private void compareCuts(String line) {
    Stream<String> cuts =
        IntStream.rangeClosed(0, line.length()).mapToObj(end -> line.substring(0, end));
    cuts.forEach(this::compare);
    ENDINGS.forEach(ending -> compare(line + ending));
    ENDINGS.forEach(ending -> compare(ending + line));
  }

  private void compare(String text) {
    if (text.length() <= ShortText.LONGEST) {
      boolean harmless = redactor.isHarmless(text, read);

      assertThat(harmless).as(text).isEqualTo(redactor.text(text) == text);
      if (harmless) {
        assertThat(new String(read.chars(), 0, read.length())).isEqualTo(text);
      }
    }
  }
}
