package io.sereno.logging.format;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * Moments as text, with milliseconds. The part that changes once a second is kept. Threads: any.
 */
final class Timestamps {

  private final DateTimeFormatter seconds;
  private final String separator;
  private final String end;
  private volatile Second last;

  private record Second(long epochSecond, String text) {}

  /** Writes a moment, whose form is ASCII. */
  void write(Instant moment, JsonBytes out) {
    Second second = second(moment);
    int millis = moment.get(ChronoField.MILLI_OF_SECOND);
    out.raw(second.text);
    out.raw(separator);
    out.raw((char) ('0' + millis / 100));
    out.raw((char) ('0' + millis / 10 % 10));
    out.raw((char) ('0' + millis % 10));
    out.raw(end);
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
    this.last = new Second(0, seconds.format(Instant.EPOCH));
  }

  String of(Instant moment) {
    Second second = second(moment);
    int millis = moment.get(ChronoField.MILLI_OF_SECOND);
    StringBuilder text = new StringBuilder(32).append(second.text).append(separator);
    text.append((char) ('0' + millis / 100));
    text.append((char) ('0' + millis / 10 % 10));
    return text.append((char) ('0' + millis % 10)).append(end).toString();
  }

  private Second second(Instant moment) {
    Second second = last;
    if (second.epochSecond != moment.getEpochSecond()) {
      second = new Second(moment.getEpochSecond(), seconds.format(moment));
      last = second;
    }
    return second;
  }
}
