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
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for some time what was written, swallows what says the same again, and tells how often
 * that was once the time is over. The same is what has the same logger, level, message with its
 * parameters, and type of exception. The audit is never swallowed. Threads: any.
 */
final class Repeats {

  private static final int MOST = 1_000;
  private static final int LONGEST = 1_000;

  private final long window;
  private final LongSupplier nanoTime;
  private final Map<Key, Seen> seen = new LinkedHashMap<>();
  private final Object lock = new Object();

  private record Key(
      @Nullable String logger, Level level, String message, int hash, @Nullable String thrown) {}

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
    String message = LogEntry.message(record);
    Throwable thrown = record.getThrown();
    return new Key(
        record.getLoggerName(),
        record.getLevel(),
        message.length() <= LONGEST ? message : message.substring(0, LONGEST),
        message.hashCode(),
        thrown == null ? null : thrown.getClass().getName());
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
          key.message + " (" + known.count + " more times within " + Duration.ofNanos(window) + ")",
          Map.of(LogField.COUNT.key(), known.count)
        });
    return record;
  }
}
