package io.sereno.logging;

import io.sereno.Logged;
import io.sereno.Severity;
import io.sereno.invocation.BeanMethod;
import io.sereno.redaction.Arguments;
import io.sereno.settings.Durations;
import io.sereno.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is logged of one method's calls: the members of its {@code @Logged}, each overridden by
 * {@code com.acme.InvoiceService/approve/Logged/<member>}, which says what each means.
 */
record LoggedSettings(Severities severities, Shown shown, Slowness slowness, double sample) {

  private static final String ARGUMENTS = "arguments";
  private static final String SLOWER_THAN = "slowerThan";
  private static final String SAMPLE = "sample";
  private static final String NEVER = "none";
  private static final String DURATION =
      "write a duration such as 500ms, 10s, 5m or PT5M, or none for never";
  private static final String FRACTION = "write a number from 0 to 1";

  /** The level of each outcome; none is less than that of a success. */
  record Severities(Severity success, Severity failure, Severity slow) {

    Severities {
      failure = failure.compareTo(success) > 0 ? failure : success;
      slow = slow.compareTo(success) > 0 ? slow : success;
    }
  }

  /** What is shown besides the outcome. */
  record Shown(boolean arguments, boolean result, boolean entry) {}

  /** From which duration on a call is slow. */
  record Slowness(Optional<Duration> slowerThan) {

    /** The longest that is not slow. */
    long nanos() {
      return slowerThan.map(Slowness::nanos).orElse(Long.MAX_VALUE);
    }

    private static long nanos(Duration duration) {
      return duration.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0
          ? duration.toNanos()
          : Long.MAX_VALUE;
    }
  }

  static LoggedSettings read(Logged logged, BeanMethod method, Settings settings) {
    return new Reading(method, settings).of(logged);
  }

  /** One method's settings on their way. */
  private record Reading(BeanMethod method, Settings settings) {

    LoggedSettings of(Logged logged) {
      return new LoggedSettings(
          new Severities(
              severity("value", logged.value()),
              severity("failure", logged.failure()),
              severity("slow", logged.slow())),
          new Shown(
              arguments(logged.arguments()),
              flag("result", logged.result()),
              flag("entry", logged.entry())),
          new Slowness(slowerThan(logged.slowerThan())),
          sample(logged.sample()));
    }

    private boolean arguments(boolean own) {
      boolean shown = flag(ARGUMENTS, own);
      if (shown && !Arguments.canBeShown(method.method())) {
        settings.warn(place(ARGUMENTS), "no names of parameters", Arguments.REMEDY);
      }
      return shown;
    }

    private Severity severity(String member, Severity own) {
      return settings.severity(key(member), own);
    }

    private boolean flag(String member, boolean own) {
      return settings.flag(key(member), own);
    }

    private Optional<Duration> slowerThan(String own) {
      String key = key(SLOWER_THAN);
      if (settings.text(key).isPresent()) {
        return settings.value(key, Optional.empty(), DURATION, Reading::duration);
      }
      try {
        return own.isBlank() ? Optional.empty() : duration(own);
      } catch (RuntimeException e) {
        settings.problem(place(SLOWER_THAN), own, DURATION);
        return Optional.empty();
      }
    }

    private double sample(double own) {
      Predicate<Double> fraction = share -> share >= 0 && share <= 1;
      String key = key(SAMPLE);
      if (settings.text(key).isEmpty() && !fraction.test(own)) {
        settings.problem(place(SAMPLE), String.valueOf(own), FRACTION);
        return 1;
      }
      return settings.fraction(key, own);
    }

    private String key(String member) {
      return method.key(settings, Logged.class, member);
    }

    /** Where a member stands in the code. */
    private String place(String member) {
      return "@Logged(" + member + ") of " + method.fullName();
    }

    private static Optional<Duration> duration(String text) {
      if (text.strip().equalsIgnoreCase(NEVER)) {
        return Optional.empty();
      }
      Duration duration = Durations.parse(text);
      if (duration.isNegative() || duration.isZero()) {
        throw new IllegalArgumentException(text);
      }
      return Optional.of(duration);
    }
  }
}
