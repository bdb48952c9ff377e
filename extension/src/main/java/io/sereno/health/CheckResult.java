package io.sereno.health;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param name the check's
 * @param took how long it took to find out
 * @param error the class of what went wrong; empty if all was well
 */
public record CheckResult(String name, Duration took, Optional<String> error) {

  public boolean isUp() {
    return error.isEmpty();
  }

  /** {@code UP} if all of them are. */
  static String status(List<CheckResult> results) {
    return results.stream().allMatch(CheckResult::isUp) ? "UP" : "DOWN";
  }
}
