package io.sereno.logging.format;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever objects an application logs, of any size, and whatever their methods do. */
class HostileObjectsTest {

  private static final int LONGEST = 16_384;
  private static final int FEWEST_LINES = 1_000;
  private static final LongAdder LINES = new LongAdder();

  private static final HostileFormatter ECS = HostileFormatter.ecs(LONGEST, LINES);
  private static final HostileFormatter VERBOSE = HostileFormatter.verbose(LONGEST, LINES);
  private static final List<HostileFormatter> FORMATTERS =
      List.of(
          ECS,
          HostileFormatter.logstash(LONGEST, LINES),
          HostileFormatter.json(
              Map.of("stack-trace.hash", "true", "stack-trace.root-first", "true"), LONGEST, LINES),
          VERBOSE,
          HostileFormatter.placed(LONGEST, LINES));

  @AfterAll
  static void saysHowManyLinesItHasChecked(TestReporter reporter) {
    reporter.publishEntry("hostile lines", String.valueOf(LINES.sum()));
    System.out.println("HostileObjectsTest: " + LINES.sum() + " hostile lines");
    assertThat(LINES.sum()).isGreaterThan(FEWEST_LINES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\u0001", "\u20ac"})
  void aHundredMegabytesAreCut(String piece) {
    int bytes = piece.getBytes(StandardCharsets.UTF_8).length;
    String text = piece.repeat((100 << 20) / bytes);
    List<HostilePlace> places =
        piece.equals("x")
            ? List.of(HostilePlace.values())
            : List.of(HostilePlace.MESSAGE, HostilePlace.MDC_VALUE, HostilePlace.EXCEPTION_MESSAGE);
    for (HostilePlace place : places) {
      ECS.check(HostileRecord.with(text, place));
      VERBOSE.check(HostileRecord.with(text, place));
    }
  }

  @Test
  void parametersMayFailInAnyMethod() {
    for (Supplier<@Nullable Throwable> failure : HostileThrowable.FAILURES) {
      Object hostile = new Hostile(failure);
      Map<?, ?> map = new HostileMap(failure);
      List<Object> values =
          List.of(
              hostile,
              map,
              Collections.unmodifiableMap(map),
              Collections.unmodifiableCollection(map.values()),
              Optional.of(hostile),
              new Holder(hostile, Collections.unmodifiableMap(map)));
      for (Object value : values) {
        for (HostileFormatter formatter : FORMATTERS) {
          checkParameter(value, formatter);
        }
      }
    }
  }

  private static void checkParameter(Object value, HostileFormatter formatter) {
    HostileRecord parameter = new HostileRecord();
    parameter.message = "<{0}>";
    parameter.expectsMessage = false;
    parameter.parameters.add(value);
    formatter.check(parameter);

    HostileRecord field = new HostileRecord();
    field.fields.put("some.field", value);
    field.fields.put(value, "value");
    field.fields.put("client.ip", value);
    formatter.check(field);
    field.logger = LoggerNames.AUDIT;
    formatter.check(field);

    HostileRecord mdc = new HostileRecord();
    mdc.mdc.put("some.key", value);
    mdc.mdc.put("trace.id", value);
    formatter.check(mdc);
  }

  @Test
  void fieldsMayBeNullAndMany() {
    for (HostileFormatter formatter : FORMATTERS) {
      HostileRecord nulls = new HostileRecord();
      nulls.fields.put(null, null);
      nulls.fields.put("some.field", null);
      nulls.parameters.addAll(Arrays.asList(null, new HashMap<>()));
      formatter.check(nulls);
    }
    HostileRecord many = new HostileRecord();
    IntStream.range(0, 100_000).forEach(i -> many.fields.put("key " + i, "value " + i));
    ECS.check(many);
    VERBOSE.check(many);
  }

  @Test
  void valuesThatJsonHasNotAreTexts() {
    HostileRecord record = new HostileRecord();
    List<Object> values =
        List.of(
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            Float.POSITIVE_INFINITY,
            'c',
            '\n',
            '\ud800',
            new BigDecimal("1e400"));
    values.forEach(value -> record.fields.put("f" + record.fields.size(), value));

    JsonObject json = HostileOracle.json(ECS.check(record), LONGEST);

    assertThat(IntStream.range(0, values.size()).mapToObj(i -> json.getString("f" + i)))
        .containsExactly("NaN", "-Infinity", "Infinity", "c", "\n", "\ufffd", "1E+400");
  }

  @Test
  void numbersCannotBeCutAndStillFit() {
    for (int count = 1; count <= 200; count += 7) {
      for (Object number : List.of(-2.2250738585072014E-308, Long.MIN_VALUE, 1, 1.5f, true)) {
        HostileRecord record = new HostileRecord();
        IntStream.range(0, count).forEach(i -> record.fields.put("k" + i, number));
        HostileFormatter.ecs(1_024, LINES).check(record);
        HostileFormatter.logstash(1_024, LINES).check(record);
      }
    }
  }

  @Test
  void whatIsLeftOutIsCountedAndStillFits() {
    StringBuilder add = new StringBuilder();
    IntStream.range(0, 8).forEach(i -> add.append("long.".repeat(18)).append(i).append("=there,"));
    HostileFormatter formatter = HostileFormatter.json(Map.of("add", add.toString()), 1_024, LINES);
    for (int count = 1; count <= 400; count += 3) {
      HostileRecord record = new HostileRecord();
      String same = "s".repeat(101);
      IntStream.range(0, count).forEach(i -> record.fields.put(i % 2 == 0 ? "k" + i : same + i, i));
      JsonObject json = HostileOracle.json(formatter.check(record), 1_024);
      long shown =
          json.keySet().stream().filter(key -> key.matches("(labels\\.)?(k|ss).*")).count();
      assertThat(json.getInt("labels.dropped_fields", 0))
          .isGreaterThanOrEqualTo((int) (count - shown));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@timestamp",
        "log.level",
        "message",
        "ecs.version",
        "process.thread.name",
        "log.logger",
        "error.type",
        "error.message",
        "error.stack_trace",
        "error.stack_hash",
        "labels.dropped_fields",
        "labels.unreadable",
        "labels.message"
      })
  void noFieldTakesThePlaceOfAnother(String key) {
    HostileRecord plain = new HostileRecord();
    plain.thrown = new IllegalStateException("the message");
    for (HostilePlace place : List.of(HostilePlace.MDC_KEY, HostilePlace.FIELD_KEY)) {
      HostileRecord record = HostileRecord.with(key, place);
      record.thrown = plain.thrown;
      for (HostileFormatter formatter :
          List.of(FORMATTERS.get(0), FORMATTERS.get(1), FORMATTERS.get(2))) {
        JsonObject expected = HostileOracle.json(formatter.check(plain), LONGEST);
        JsonObject actual = HostileOracle.json(formatter.check(record), LONGEST);
        assertThat(actual).containsAllEntriesOf(expected).hasSize(expected.size() + 1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${jndi:ldap://127.0.0.1/a}",
        "${env:HOME}",
        "${sys:user.name}",
        "${java.version}",
        "#{1+1}",
        "{0}",
        "{1,number}",
        "{0,choice,0#{1}}",
        "''{0}''",
        "%s",
        "%1$s %n",
        "{}",
        "{levelname}",
        "{{message}}",
        "{exc_info}",
        "%d{HH:mm}",
        "{message"
      })
  void aMessageIsData(String message) {
    for (HostilePlace place :
        List.of(HostilePlace.MESSAGE, HostilePlace.STRING_PARAMETER, HostilePlace.MDC_VALUE)) {
      FORMATTERS.forEach(formatter -> formatter.check(HostileRecord.with(message, place)));
    }
  }

  private record Holder(Object first, Object second) {}

  private static final class Hostile {
    private final Supplier<@Nullable Throwable> failure;

    Hostile(Supplier<@Nullable Throwable> failure) {
      this.failure = failure;
    }

    @Override
    @SuppressWarnings("NullAway") // that is what it is for
    public String toString() {
      return HostileThrowable.<String, RuntimeException>fail(failure);
    }
  }

  /** A map that can do nothing but be. */
  private static final class HostileMap extends AbstractMap<Object, Object> {
    private final Supplier<@Nullable Throwable> failure;

    HostileMap(Supplier<@Nullable Throwable> failure) {
      this.failure = failure;
    }

    @Override
    @SuppressWarnings("NullAway") // that is what it is for
    public Set<Entry<Object, Object>> entrySet() {
      return HostileThrowable.<Set<Entry<Object, Object>>, RuntimeException>fail(failure);
    }

    @Override
    public int hashCode() {
      return 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }
  }
}
