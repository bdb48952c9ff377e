package io.sereno.logging;

import io.sereno.figures.Failures;
import io.sereno.figures.Figures;
import io.sereno.logging.Dictionary.PlannedHandler;
import io.sereno.logging.handlers.LineHandler;
import io.sereno.logging.handlers.Losses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.logging.Handler;

/**
 * The handlers of one application, by name. What one of them fails at is told, and keeps nobody
 * from the others. Threads: any.
 */
final class Outlets {

  private final Map<String, LineHandler> byName = new LinkedHashMap<>();
  private final Failures failures;

  Outlets(Map<String, PlannedHandler> planned, Figures figures) {
    this.failures = figures.failures();
    planned.forEach(
        (name, plan) -> {
          LineHandler handler = plan.handler();
          handler.configure(plan.settings(), plan.formatter(), Losses.of(name, figures));
          handler.setErrorManager(new ReportingErrors(failures, name));
          byName.put(name, handler);
        });
  }

  List<Handler> all() {
    return List.copyOf(byName.values());
  }

  List<Handler> named(List<String> names) {
    return names.stream().<Handler>map(byName::get).filter(Objects::nonNull).toList();
  }

  boolean areTended() {
    return byName.values().stream().anyMatch(LineHandler::isTended);
  }

  void tend() {
    each(
        "tending",
        handler -> {
          if (handler.isTended()) {
            handler.tend();
          }
        });
  }

  void close() {
    each("closing", LineHandler::close);
  }

  @SuppressWarnings("CatchingUnchecked") // an error that went on would end the tending for good
  private void each(String doing, Consumer<LineHandler> step) {
    byName.forEach(
        (name, handler) -> {
          try {
            step.accept(handler);
          } catch (Throwable e) {
            failures.report("logging." + name, doing, e);
          }
        });
  }
}
