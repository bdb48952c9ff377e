package io.sereno.logging.format;

import static org.assertj.core.api.Assertions.fail;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a line must be like, worked out without the classes that make lines. */
final class HostileOracle {

  private static final String CUT = "…[cut]";

  private static final JsonReaderFactory STRICT =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  private HostileOracle() {}

  /** One line of valid JSON, no longer than this, each key once, with nothing raw in it. */
  static JsonObject json(byte[] line, int longest) {
    String text = decoded(line, longest);
    String content = text.substring(0, text.length() - 1);
    if (text.indexOf('\n') != text.length() - 1 || hasForbidden(content)) {
      fail("not one clean line: %s", readable(text));
    }
    try (JsonReader reader = STRICT.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (RuntimeException e) {
      return fail("not JSON: " + readable(text), e);
    }
  }

  /**
   * One line of text, and those of a stack trace that cannot be taken for another record's.
   *
   * @param type of the exception, or empty if there is none
   * @return the first line
   */
  static String text(byte[] bytes, int longest, String type) {
    String text = decoded(bytes, longest);
    String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
    if (hasForbidden(lines[0]) || (type.isEmpty() && lines.length > 1)) {
      fail("not one clean line: %s", readable(text));
    }
    for (int i = 1; i < lines.length; i++) {
      String content = lines[i].substring(tabs(lines[i]));
      boolean known =
          content.length() < lines[i].length()
              || begins(content, "Caused by: ")
              || begins(content, "Suppressed: ")
              || begins(content, readable(type));
      if (!known || hasForbidden(content)) {
        fail("line %s could be another record's: %s", i, readable(text));
      }
    }
    return lines[0];
  }

  private static int tabs(String line) {
    int tabs = 0;
    while (tabs < line.length() && line.charAt(tabs) == '\t') {
      tabs++;
    }
    return tabs;
  }

  private static boolean begins(String line, String start) {
    return line.startsWith(start)
        || (line.endsWith(CUT)
            && start.startsWith(line.substring(0, line.length() - CUT.length())));
  }

  private static String decoded(byte[] line, int longest) {
    if (line.length > longest) {
      fail("%s bytes, but %s are allowed", line.length, longest);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      if (!text.endsWith("\n")) {
        fail("no end: %s", readable(text));
      }
      return text;
    } catch (CharacterCodingException e) {
      return fail("not UTF-8", e);
    }
  }

  /** What came through: all of it, or the beginning of it with a mark where it was cut. */
  static boolean isSame(String expected, String actual, boolean mayBeCut) {
    return actual.equals(expected)
        || (mayBeCut
            && actual.endsWith(CUT)
            && expected.startsWith(actual.substring(0, actual.length() - CUT.length())));
  }

  /** The text with each lone surrogate replaced. */
  static String wellFormed(String text) {
    if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return text;
    }
    StringBuilder formed = new StringBuilder(text.length());
    text.codePoints().forEach(p -> formed.appendCodePoint(p >= 0xd800 && p <= 0xdfff ? 0xfffd : p));
    return formed.toString();
  }

  /** The text as people may see it. */
  static String readable(String text) {
    if (!hasForbidden(text)) {
      return wellFormed(text);
    }
    StringBuilder readable = new StringBuilder();
    for (char c : wellFormed(text).toCharArray()) {
      readable.append(
          switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isForbidden(c) ? String.format("\\u%04x", (int) c) : String.valueOf(c);
          });
    }
    return readable.toString();
  }

  private static boolean hasForbidden(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isForbidden(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isForbidden(char c) {
    return c <= '\u001f'
        || (c >= '\u007f' && c <= '\u009f')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u061c'
        || c == '\u200e'
        || c == '\u200f'
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
