package io.sereno.logging.format;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
    Second second = last;
    if (second.epochSecond != moment.getEpochSecond()) {
      second = new Second(moment.getEpochSecond(), seconds.format(moment));
      last = second;
    }
    int millis = moment.getNano() / 1_000_000;
    StringBuilder text = new StringBuilder(32).append(second.text).append(separator);
    text.append((char) ('0' + millis / 100));
    text.append((char) ('0' + millis / 10 % 10));
    return text.append((char) ('0' + millis % 10)).append(end).toString();
  }
}
