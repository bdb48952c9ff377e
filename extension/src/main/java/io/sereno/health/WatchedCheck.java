package io.sereno.health;

import io.sereno.figures.Figures;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a check has found last, whoever asked, and shows it as {@code
 * sereno_health_status{check="database:default"}}: 1 for UP, 0 for DOWN, nothing before anybody has
 * asked. A scrape runs no check. Threads: any.
 */
final class WatchedCheck implements Check {

  private final Check check;
  private final Figures figures;
  private final AtomicReference<@Nullable Boolean> last = new AtomicReference<>();

  WatchedCheck(Check check, Figures figures) {
    this.check = check;
    this.figures = figures;
  }

  @Override
  public String name() {
    return check.name();
  }

  @Override
  public CheckResult run() {
    CheckResult result = check.run();
    if (last.getAndSet(result.isUp()) == null) {
      figures.gauge(
          "sereno.health.status",
          "What a health check has found last: 1 for UP, 0 for DOWN",
          Map.of("check", name()),
          () -> Boolean.TRUE.equals(last.get()) ? 1 : 0);
    }
    return result;
  }
}
