package io.sereno.logging.format;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Moments as text, with milliseconds. The part that changes once a second is kept. Threads: any.
 */
final class Timestamps {

  private static final String MILLIS = "000";

  private final DateTimeFormatter seconds;
  private final String separator;
  private final String end;
  private volatile Second last;

  /** A moment's text without its milliseconds, which begin at {@code millis}. */
  private static final class Second {

    private final long epochSecond;
    private final byte[] text;
    private final int millis;

    Second(long epochSecond, String before, String after) {
      this.epochSecond = epochSecond;
      this.text = (before + MILLIS + after).getBytes(StandardCharsets.UTF_8);
      this.millis = text.length - after.getBytes(StandardCharsets.UTF_8).length - MILLIS.length();
    }
  }

  /**
   * Makes a form.
   *
   * @param pattern for what comes before the milliseconds
   * @param separator stands before the milliseconds
   * @param end stands after them
   */
  Timestamps(String pattern, ZoneId zone, String separator, String end) {
    this.seconds = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(zone);
    this.separator = separator;
    this.end = end;
    this.last = second(Instant.EPOCH);
  }

  private Second second(Instant moment) {
    return new Second(moment.getEpochSecond(), seconds.format(moment) + separator, end);
  }

  /** Writes a moment. */
  void write(Instant moment, JsonBytes out) {
    Second second = last;
    if (second.epochSecond != moment.getEpochSecond()) {
      second = second(moment);
      last = second;
    }
    out.raw(second.text, 0, second.text.length);
    out.digits(moment.getNano() / 1_000_000, MILLIS.length(), second.text.length - second.millis);
  }

  String of(Instant moment) {
    JsonBytes text = new JsonBytes(64);
    write(moment, text);
    return new String(text.bytes(), 0, text.length(), StandardCharsets.UTF_8);
  }
}
