package io.sereno.logging.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a text format: literal text, a placeholder, or the key of a field.
 *
 * @param text the literal, or the key
 * @param placeholder null for a literal or a key
 * @param isKey whether the text is a key
 * @param width how wide it is made with blanks: to their left if it is negative; 0 if not at all
 */
record TextPart(String text, @Nullable Placeholder placeholder, boolean isKey, int width) {

  /** A literal, a doubled brace, or a name with Python's alignment and width after a colon. */
  private static final Pattern PART =
      Pattern.compile("[^{}]+|\\{\\{|}}|\\{([^{}:<>]+?)(?::([<>]?)(\\d{1,3}))?}");

  boolean is(Placeholder other) {
    return placeholder == other;
  }

  /**
   * Reads a format.
   *
   * @throws IllegalArgumentException if a brace has no partner, or holds no name
   */
  static List<TextPart> parse(String format) {
    List<TextPart> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(format);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      end = matcher.end();
      parts.add(part(matcher));
    }
    if (end != format.length()) {
      throw new IllegalArgumentException(format);
    }
    return parts;
  }

  private static TextPart part(Matcher matcher) {
    String name = matcher.group(1);
    if (name == null) {
      String literal = matcher.group().replace("{{", "{").replace("}}", "}");
      return new TextPart(literal, null, false, 0);
    }
    int width = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    Placeholder placeholder = Placeholder.named(name.strip()).orElse(null);
    return new TextPart(
        name.strip(),
        placeholder,
        placeholder == null,
        ">".equals(matcher.group(2)) ? -width : width);
  }

  /** The value as wide as the format asks. */
  String align(String value) {
    int blanks = Math.abs(width) - value.length();
    if (blanks <= 0) {
      return value;
    }
    return width < 0 ? " ".repeat(blanks) + value : value + " ".repeat(blanks);
  }
}
