package io.sereno.settings;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of data.
 *
 * @param bytes the amount in bytes, never negative
 */
public record DataSize(long bytes) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\s*(B|KiB|MiB|GiB)?");

  public DataSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("negative: " + bytes);
    }
  }

  /**
   * Reads {@code 16384}, {@code 16KiB}, {@code 10 MiB} or {@code 1GiB}.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  static DataSize parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a size: " + text);
    }
    long amount = Long.parseLong(matcher.group(1));
    String unit = matcher.group(2) == null ? "B" : matcher.group(2);
    return new DataSize(
        Math.multiplyExact(
            amount,
            switch (unit) {
              case "KiB" -> 1L << 10;
              case "MiB" -> 1L << 20;
              case "GiB" -> 1L << 30;
              default -> 1L;
            }));
  }

  @Override
  public String toString() {
    if (bytes > 0 && bytes % (1L << 10) == 0) {
      return String.format(Locale.ROOT, "%dKiB", bytes >> 10);
    }
    return bytes + "B";
  }
}
