package io.sereno.logging.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever text stands anywhere in a record, its line is one line, valid, bounded, and tells it.
 *
 * <p>Among the texts is the Big List of Naughty Strings ({@code blns.json}), by Max Woolf, under
 * the MIT license that stands beside it.
 */
class HostileInputTest {

  private static final int LONGEST = 16_384;
  private static final int FEWEST_LINES = 290_000;
  private static final LongAdder LINES = new LongAdder();

  private static final List<HostileFormatter> FORMATTERS =
      List.of(
          HostileFormatter.ecs(LONGEST, LINES),
          HostileFormatter.logstash(LONGEST, LINES),
          HostileFormatter.verbose(LONGEST, LINES),
          HostileFormatter.placed(LONGEST, LINES));

  @AfterAll
  static void saysHowManyLinesItHasChecked(TestReporter reporter) {
    reporter.publishEntry("hostile lines", String.valueOf(LINES.sum()));
    System.out.println("HostileInputTest: " + LINES.sum() + " hostile lines");
    assertThat(LINES.sum()).isGreaterThan(FEWEST_LINES);
  }

  @ParameterizedTest
  @EnumSource
  void everyTextIsSafeInEveryPlace(HostilePlace place) {
    for (String text : texts()) {
      for (HostileFormatter formatter : FORMATTERS) {
        formatter.check(HostileRecord.with(text, place));
      }
    }
  }

  @Test
  void everyTextIsSafeInAllPlacesAtOnce() {
    List<HostilePlace> places = new ArrayList<>(Arrays.asList(HostilePlace.values()));
    places.remove(HostilePlace.MESSAGE_WITH_PARAMETERS);
    places.remove(HostilePlace.EXCEPTION_TO_STRING);
    places.remove(HostilePlace.CAUSE_TO_STRING);
    places.remove(HostilePlace.CONTEXT);
    List<String> texts = new ArrayList<>(texts());
    texts.addAll(HostileStrings.generated(44, 3_000, 150));
    for (String text : texts) {
      for (HostileFormatter formatter : FORMATTERS) {
        formatter.check(HostileRecord.with(text, places.toArray(HostilePlace[]::new)));
      }
    }
  }

  @Test
  void everyCharIsSafeByItself() {
    for (int c = 0; c < 0x1_0000; c++) {
      String text = String.valueOf((char) c);
      HostileRecord record =
          HostileRecord.with(
              text,
              HostilePlace.MESSAGE,
              HostilePlace.MDC_KEY,
              HostilePlace.MDC_VALUE,
              HostilePlace.FIELD_KEY,
              HostilePlace.FIELD_CHAR,
              HostilePlace.LOGGER,
              HostilePlace.THREAD);
      FORMATTERS.get(c % 2).check(record);
      FORMATTERS.get(2 + c % 2).check(record);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1_024, 1_025, 1_531, 4_096})
  void aLineIsCutNoSoonerThanItMustBe(int longest) {
    for (HostilePlace place :
        List.of(
            HostilePlace.MESSAGE,
            HostilePlace.STRING_PARAMETER,
            HostilePlace.MDC_VALUE,
            HostilePlace.FIELD_VALUE,
            HostilePlace.LOGGER,
            HostilePlace.THREAD,
            HostilePlace.EXCEPTION_MESSAGE)) {
      HostileFormatter whole = HostileFormatter.ecs(1 << 20, LINES);
      HostileFormatter cut = HostileFormatter.ecs(longest, LINES);
      HostileFormatter text = HostileFormatter.verbose(longest, LINES);
      for (String piece : HostileStrings.PIECES) {
        for (String nearly : aroundTheCut(piece, place, whole, longest)) {
          HostileRecord record = HostileRecord.with(nearly, place);
          byte[] expected = whole.check(record);
          byte[] actual = cut.check(record);
          text.check(record);
          assertThat(Arrays.equals(expected, actual)).isEqualTo(expected.length <= longest);
        }
      }
    }
  }

  /** Texts with which a line would be a few bytes shorter or longer than it may be. */
  private static List<String> aroundTheCut(
      String piece, HostilePlace place, HostileFormatter whole, int longest) {
    int empty = whole.check(HostileRecord.with("", place)).length;
    int perPiece = whole.check(HostileRecord.with(piece.repeat(100), place)).length - empty;
    int pieces = (longest - empty) * 100 / perPiece - 2;
    return IntStream.range(0, 28)
        .mapToObj(
            blanks ->
                blanks % 2 == 0
                    ? piece.repeat(pieces) + " ".repeat(blanks)
                    : "x".repeat(blanks) + piece.repeat(pieces))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1_024, 2_048, 16_384})
  void longTextsAreCutInEveryPlace(int longest) {
    List<HostileFormatter> formatters =
        List.of(
            HostileFormatter.ecs(longest, LINES),
            HostileFormatter.logstash(longest, LINES),
            HostileFormatter.verbose(longest, LINES),
            HostileFormatter.placed(longest, LINES));
    for (String text : HostileStrings.generated(longest, 30, 2 * longest)) {
      for (HostilePlace place : HostilePlace.values()) {
        for (HostileFormatter formatter : formatters) {
          formatter.check(HostileRecord.with(text, place));
        }
      }
    }
  }

  @Test
  void everyTextIsSafeInSettings() {
    for (String text : texts()) {
      String written = text.replace(",", "\\,").strip();
      String name = written.replace('=', '-');
      HostileRecord added = new HostileRecord();
      if (!text.isBlank()) {
        added.expected.put("service.name", written.replace("\\,", ",").strip());
      }
      HostileFormatter.json(Map.of("add", "service.name=" + written), LONGEST, LINES).check(added);

      HostileRecord record = HostileRecord.with(text, HostilePlace.MDC_KEY);
      record.mdc.put("some.key", HostileRecord.THERE);
      for (Map<String, String> settings :
          List.of(
              Map.of("add", name + "=" + HostileRecord.THERE),
              Map.of("rename", "log.level=" + written),
              Map.of("rename", "some.key=" + written))) {
        HostileFormatter.json(settings, LONGEST, LINES).check(record);
      }
    }
  }

  private static List<String> texts() {
    return Stream.of(
            HostileStrings.naughty(),
            HostileStrings.blocks(),
            HostileStrings.surrogates(),
            HostileStrings.edges(),
            HostileStrings.generated(42, 300, 400),
            HostileStrings.generated(43, 10, 3_000))
        .flatMap(List::stream)
        .toList();
  }
}
