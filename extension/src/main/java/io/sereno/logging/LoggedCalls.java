package io.sereno.logging;

import io.sereno.invocation.CallObserver;
import io.sereno.invocation.EnclosingCall;
import io.sereno.invocation.Interest;
import io.sereno.logging.format.Levels;
import jakarta.interceptor.InvocationContext;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of each call of one {@code @Logged} method to the logger of its bean's class.
 * Nothing of a call is looked at before it is known that a record of it is written.
 */
final class LoggedCalls implements CallObserver {

  private static final double IDENTITY_HASHES = 1L << 31;

  private final LoggedSettings settings;
  private final CallRecords records;
  private final OwedStackTraces owed;
  private final Logger logger;
  private final Level success;
  private final Level failure;
  private final Level slow;
  private final long slowNanos;

  LoggedCalls(LoggedSettings settings, CallRecords records, OwedStackTraces owed) {
    this.settings = settings;
    this.records = records;
    this.owed = owed;
    this.logger = Logger.getLogger(records.loggerName());
    this.success = Levels.level(settings.severities().success());
    this.failure = Levels.level(settings.severities().failure());
    this.slow = Levels.level(settings.severities().slow());
    this.slowNanos = settings.slowness().nanos();
  }

  @Override
  public Interest begun(InvocationContext call) {
    if (logger.isLoggable(success)) {
      if (settings.shown().entry() && isSampled(call)) {
        logger.log(records.entered(success, call));
      }
      return Interest.ALL;
    }
    boolean timed = slowNanos != Long.MAX_VALUE && logger.isLoggable(slow);
    if (logger.isLoggable(failure)) {
      return timed ? Interest.ALL : Interest.ENCLOSING;
    }
    return timed ? Interest.DURATION : Interest.NONE;
  }

  @Override
  public void succeeded(InvocationContext call, long nanos, @Nullable Object result) {
    owed.settle();
    boolean isSlow = nanos > slowNanos;
    Level level = isSlow ? slow : success;
    if (logger.isLoggable(level) && (isSlow || isSampled(call))) {
      logger.log(records.succeeded(level, call, nanos, result));
    }
  }

  @Override
  public void failed(InvocationContext call, long nanos, Throwable thrown) {
    if (!logger.isLoggable(failure)) {
      owed.settle();
    } else if (EnclosingCall.exists()) {
      logger.log(records.failedInside(failure, call, nanos, thrown));
      owed.owe(thrown, () -> logger.log(records.caught(failure, thrown)));
    } else {
      owed.settle(thrown);
      logger.log(records.failed(failure, call, nanos, thrown));
    }
  }

  /**
   * Whether the call is one of the share to log. It is drawn once for the records of its beginning
   * and its end, by what is the same at both: the identity hash of its context, which is random.
   */
  private boolean isSampled(InvocationContext call) {
    return settings.sample() >= 1
        || System.identityHashCode(call) < settings.sample() * IDENTITY_HASHES;
  }
}
