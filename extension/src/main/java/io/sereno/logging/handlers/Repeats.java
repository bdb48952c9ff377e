package io.sereno.logging.handlers;

import io.sereno.logging.format.LogEntry;
import io.sereno.logging.format.LogField;
import io.sereno.logging.format.LoggerNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for some time what was written, swallows what says the same again, and tells how often
 * that was once the time is over. The same is what has the same logger, level, message with its
 * parameters, fields, and type and message of an exception. The audit is never swallowed. Of long
 * texts the beginning and a hash are kept. Threads: any.
 */
final class Repeats {

  private static final int MOST = 1_000;
  private static final int LONGEST = 1_000;

  private final long window;
  private final LongSupplier nanoTime;
  private final Map<Key, Seen> seen = new LinkedHashMap<>();
  private final Object lock = new Object();

  private record Key(
      @Nullable String logger, Level level, Text message, Text fields, Text thrown) {}

  /** A text, kept so far that it can be told from others. */
  private record Text(String beginning, int length, int hash) {

    static final Text NONE = of("");

    static Text of(String text) {
      return new Text(
          text.substring(0, Math.min(LONGEST, text.length())), text.length(), text.hashCode());
    }
  }

  private static final class Seen {
    private final long first;
    private long count;

    Seen(long first) {
      this.first = first;
    }
  }

  Repeats(Duration window, LongSupplier nanoTime) {
    this.window = window.toNanos();
    this.nanoTime = nanoTime;
  }

  /** Whether the record only says again what was written. */
  boolean swallows(LogRecord record) {
    if (LoggerNames.AUDIT.equals(record.getLoggerName())) {
      return false;
    }
    Key key = key(record);
    synchronized (lock) {
      Seen known = seen.get(key);
      if (known != null) {
        known.count++;
        return true;
      }
      if (seen.size() < MOST) { // beyond, lines are written as they come
        seen.put(key, new Seen(nanoTime.getAsLong()));
      }
      return false;
    }
  }

  private static Key key(LogRecord record) {
    return new Key(
        record.getLoggerName(),
        record.getLevel(),
        Text.of(LogEntry.message(record)),
        fields(record),
        thrown(record.getThrown()));
  }

  private static Text fields(LogRecord record) {
    Object[] parameters = record.getParameters();
    if (parameters == null) {
      return Text.NONE;
    }
    StringBuilder fields = new StringBuilder();
    for (Object parameter : parameters) {
      if (parameter instanceof Map<?, ?>) {
        fields.append(said(parameter::toString)).append('\n');
      }
    }
    return Text.of(fields.toString());
  }

  private static Text thrown(@Nullable Throwable thrown) {
    return thrown == null
        ? Text.NONE
        : Text.of(thrown.getClass().getName() + '\n' + said(thrown::getMessage));
  }

  /** What the application's own class says of itself. */
  private static String said(Supplier<@Nullable String> own) {
    try {
      return String.valueOf(own.get());
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      return e.getClass().getName();
    }
  }

  /** What is to be told of those whose time is over; they are forgotten. */
  List<LogRecord> due() {
    return forget(nanoTime.getAsLong() - window);
  }

  /** What is to be told of all; they are forgotten. */
  List<LogRecord> all() {
    return forget(nanoTime.getAsLong());
  }

  /** Forgets those that were first seen no later than this. */
  private List<LogRecord> forget(long until) {
    List<LogRecord> told = new ArrayList<>(0);
    synchronized (lock) {
      Iterator<Map.Entry<Key, Seen>> oldest = seen.entrySet().iterator();
      while (oldest.hasNext()) {
        Map.Entry<Key, Seen> entry = oldest.next();
        if (entry.getValue().first - until > 0) {
          break;
        }
        oldest.remove();
        if (entry.getValue().count > 0) {
          told.add(summary(entry.getKey(), entry.getValue()));
        }
      }
    }
    return told;
  }

  private LogRecord summary(Key key, Seen known) {
    LogRecord record = new LogRecord(key.level, "{0}"); // what was said is data, not a format
    record.setLoggerName(key.logger);
    record.setSourceClassName(null);
    record.setParameters(
        new Object[] {
          key.message.beginning
              + " ("
              + known.count
              + " more times within "
              + Duration.ofNanos(window)
              + ")",
          Map.of(LogField.COUNT.key(), known.count)
        });
    return record;
  }
}
