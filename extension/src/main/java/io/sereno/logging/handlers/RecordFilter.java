package io.sereno.logging.handlers;

import io.sereno.logging.format.LoggerNames;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Lets through what a handler is to write. What sampling leaves out is counted. Threads: any. */
final class RecordFilter implements Filter {

  /** The reason of a loss: it was not among those that were to be written. */
  static final String SAMPLED = "sampled";

  private final FilterSettings settings;
  private final Losses losses;
  private final DoubleSupplier random;

  RecordFilter(FilterSettings settings, Losses losses) {
    this(settings, losses, () -> ThreadLocalRandom.current().nextDouble());
  }

  RecordFilter(FilterSettings settings, Losses losses, DoubleSupplier random) {
    this.settings = settings;
    this.losses = losses;
    this.random = random;
  }

  @Override
  public boolean isLoggable(LogRecord record) {
    return record.getLevel().intValue() >= settings.level().intValue()
        && isChosen(record.getLoggerName() == null ? "" : record.getLoggerName())
        && isInSample(record);
  }

  private boolean isChosen(String logger) {
    return (settings.loggers().isEmpty() || LoggerNames.isAtOrBelow(logger, settings.loggers()))
        && !LoggerNames.isAtOrBelow(logger, settings.except());
  }

  private boolean isInSample(LogRecord record) {
    if (settings.sampleRate() >= 1
        || record.getLevel().intValue() >= settings.sampleBelow().intValue()
        || LoggerNames.AUDIT.equals(record.getLoggerName())
        || random.getAsDouble() < settings.sampleRate()) {
      return true;
    }
    losses.add(SAMPLED, 1);
    return false;
  }
}
