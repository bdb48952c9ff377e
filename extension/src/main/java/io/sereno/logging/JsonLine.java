package io.sereno.logging;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON, at most so many bytes long.
 *
 * <p>Control characters, line separators and bidirectional controls are escaped, so that a line is
 * one line and looks like what it is. When it would be too long, the longest text in it is cut and
 * ends in {@value #CUT}.
 */
final class JsonLine {

  static final String CUT = "…[cut]";

  private static final int MOST_FIELDS = 200;
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final int longest;
  private final Map<String, Object> fields = new LinkedHashMap<>();

  /**
   * @param longest in bytes, with the line's end
   */
  JsonLine(int longest) {
    this.longest = longest;
  }

  boolean has(String key) {
    return fields.containsKey(key);
  }

  @Nullable Object get(String key) {
    return fields.get(key);
  }

  /**
   * Adds a field, a text or a number. The first value of a key stays, and so do the first fields.
   */
  void add(String key, Object value) {
    if (fields.size() >= MOST_FIELDS) {
      return;
    }
    fields.putIfAbsent(bounded(key), value instanceof String text ? bounded(text) : value);
  }

  /** The line in UTF-8, its end included. */
  byte[] toBytes() {
    byte[] bytes = encode();
    while (bytes.length > longest) {
      shorten(bytes.length - longest);
      bytes = encode();
    }
    return bytes;
  }

  private void shorten(int excess) {
    String key = Collections.max(fields.keySet(), Comparator.comparingInt(this::size));
    String text = String.valueOf(fields.get(key));
    int size = size(key);
    int kept = (int) ((long) text.length() * (size - excess) / size) - CUT.length();
    if (kept <= 0) {
      fields.remove(key);
    } else {
      fields.put(key, cut(text, kept));
    }
  }

  /** How many bytes a field's value takes in the line. */
  private int size(String key) {
    StringBuilder quoted = new StringBuilder();
    quote(String.valueOf(fields.get(key)), quoted);
    return quoted.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private String bounded(String text) {
    return text.length() <= longest ? text : cut(text, longest);
  }

  private static String cut(String text, int length) {
    return text.substring(0, length) + CUT;
  }

  private byte[] encode() {
    StringBuilder json = new StringBuilder(512).append('{');
    fields.forEach(
        (key, value) -> {
          if (json.length() > 1) {
            json.append(',');
          }
          quote(key, json);
          json.append(':');
          if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            json.append(value);
          } else {
            quote(value.toString(), json);
          }
        });
    return json.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void quote(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (isUnsafe(c)) {
            escape(c, json);
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }

  /** Controls, line and paragraph separators, bidirectional controls. */
  private static boolean isUnsafe(char c) {
    return c < 0x20
        || (c >= 0x7f && c <= 0x9f)
        || c == 0x61c
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static void escape(char c, StringBuilder json) {
    json.append("\\u")
        .append(HEX[c >> 12])
        .append(HEX[(c >> 8) & 0xf])
        .append(HEX[(c >> 4) & 0xf])
        .append(HEX[c & 0xf]);
  }
}
