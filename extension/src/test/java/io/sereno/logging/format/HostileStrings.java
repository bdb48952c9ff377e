package io.sereno.logging.format;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Texts that have broken, or could break, what takes them for harmless. */
final class HostileStrings {

  /** Pieces of one, two, three and four bytes, and those that escaping makes two or six. */
  static final List<String> PIECES =
      List.of("x", "é", "€", "😀", "\"", "\\", "\n", "\u0001", "\u2028", "\ud800", "\udc00");

  private static final List<String> ALTERNATIVES =
      List.of("x", "\\", "\"", "\\u", "{0}", "${", "%s", "\r\n", "\t", "\u0000", "\u001b[31m");

  private HostileStrings() {}

  /** The Big List of Naughty Strings. */
  static List<String> naughty() {
    try (InputStream in = HostileStrings.class.getResourceAsStream("blns.json");
        JsonReader reader = Json.createReader(Objects.requireNonNull(in))) {
      return reader.readArray().getValuesAs(JsonString::getString);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every char there is, each between letters. */
  static List<String> blocks() {
    List<String> blocks = new ArrayList<>();
    for (int block = 0; block < 0x1_0000; block += 256) {
      StringBuilder apart = new StringBuilder();
      for (int c = block; c < block + 256; c++) {
        apart.append('a').append((char) c);
      }
      blocks.add(apart.append('z').toString());
    }
    return blocks;
  }

  /** Up to three surrogates in any order, at the beginning, in the middle, at the end. */
  static List<String> surrogates() {
    List<String> pieces = List.of("", "a", "\ud800", "\udbff", "\udc00", "\udfff");
    List<String> surrogates = new ArrayList<>();
    for (String first : pieces) {
      for (String second : pieces) {
        for (String third : pieces) {
          surrogates.add(first + second + third);
        }
      }
    }
    return surrogates.stream().distinct().toList();
  }

  /** The first and the last character of every block beyond the basic plane. */
  static List<String> edges() {
    List<String> edges = new ArrayList<>();
    Character.UnicodeBlock before = null;
    for (int point = 0x1_0000; point <= Character.MAX_CODE_POINT; point++) {
      Character.UnicodeBlock block = Character.UnicodeBlock.of(point);
      if (block != before || (point & 0xffff) == 0) {
        edges.add(Character.toString(point - 1) + Character.toString(point));
        before = block;
      }
    }
    edges.add(Character.toString(Character.MAX_CODE_POINT));
    return edges;
  }

  /** Texts of every kind of piece, the same ones for the same seed. */
  static List<String> generated(long seed, int count, int longest) {
    Random random = new Random(seed);
    List<String> generated = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = random.nextInt(1 + random.nextInt(longest));
      int kind = random.nextInt(4);
      StringBuilder text = new StringBuilder();
      while (text.length() < length) {
        text.append(
            switch (kind) {
              case 0 -> Character.toString(random.nextInt(0x1_0000));
              case 1 -> ALTERNATIVES.get(random.nextInt(ALTERNATIVES.size()));
              case 2 -> PIECES.get(random.nextInt(PIECES.size()));
              default -> Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
            });
      }
      generated.add(text.toString());
    }
    return generated;
  }
}
