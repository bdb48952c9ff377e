package io.sereno.logging.format;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineTest {

  private static final int LONGEST = 1_024;

  @Test
  void writesFieldsInTheirOrder() {
    byte[] bytes =
        line(
            line -> {
              add(line, "b", "text");
              add(line, "a", 7L);
              add(line, "c", true);
            });

    assertThat(text(bytes)).isEqualTo("{\"b\":\"text\",\"a\":7,\"c\":true}\n");
  }

  @Test
  void escapesWhatCouldLookLikeSomethingElse() {
    byte[] bytes =
        line(
            line -> {
              add(line, "k\"\n", "a\"b\\c\r\n\t\u0000\u001b\u007f\u0085\u2028\u202e\u2066é€😀");
            });

    assertThat(text(bytes))
        .isEqualTo(
            "{\"k\\\"\\n\":\"a\\\"b\\\\c\\r\\n\\t\\u0000\\u001b\\u007f\\u0085\\u2028\\u202e\\u2066é€😀\"}\n");
  }

  @Test
  void cutsTheLongestTextAndStaysValid() {
    byte[] bytes =
        line(
            line -> {
              add(line, "short", "stays");
              add(line, "long", "x".repeat(100_000));
            });

    assertThat(bytes.length).isBetween(LONGEST - 64, LONGEST);
    JsonObject json = parse(bytes);
    assertThat(json.getString("short")).isEqualTo("stays");
    assertThat(json.getString("long")).startsWith("xxx").endsWith(Cuts.MARK);
  }

  @Test
  void cutsWhatGrowsByEscaping() {
    byte[] bytes =
        line(
            line -> {
              add(line, "message", "\u0001".repeat(1_000));
            });

    assertThat(bytes.length).isBetween(LONGEST / 2, LONGEST);
    assertThat(parse(bytes).getString("message")).startsWith("\u0001").endsWith(Cuts.MARK);
  }

  @Test
  void staysBoundedWithAnyNumberOfFields() {
    byte[] bytes =
        line(
            line -> {
              for (int i = 0; i < 10_000; i++) {
                add(line, "key" + i, "value");
              }
            });

    assertThat(bytes.length).isLessThanOrEqualTo(LONGEST);
    assertThat(parse(bytes)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isOneLineOfValidJsonWhateverItHolds(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      byte[] bytes =
          line(
              line -> {
                add(line, anything(random, 40), anything(random, 2_000));
                add(line, anything(random, 40), anything(random, 200));
              });

      assertThat(bytes.length).isLessThanOrEqualTo(LONGEST);
      String text = new String(bytes, StandardCharsets.UTF_8);
      assertThat(text.lines()).hasSize(1);
      parse(bytes);
    }
  }

  /** Any char values, lone surrogates among them. */
  private static String anything(Random random, int longest) {
    char[] chars = new char[random.nextInt(longest)];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) (random.nextBoolean() ? random.nextInt(256) : random.nextInt(65_536));
    }
    return new String(chars);
  }

  private static byte[] line(Consumer<JsonLine> fields) {
    JsonLine line = TestFormatters.plan(LONGEST).newLine();
    line.begin(false);
    fields.accept(line);
    if (!line.end()) {
      line.begin(true);
      fields.accept(line);
      line.end();
    }
    return line.json().copy(0, line.json().length());
  }

  private static void add(JsonLine line, String key, Object value) {
    line.begin(key);
    line.any(value);
    line.endField(false);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static JsonObject parse(byte[] bytes) {
    return Json.createReader(new ByteArrayInputStream(bytes)).readObject();
  }
}
