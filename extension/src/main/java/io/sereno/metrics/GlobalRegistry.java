package io.sereno.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;

/**
 * Micrometer's global registry, of which ours becomes a part: what an application measures by
 * {@code Metrics.counter("orders.placed").increment()} is scraped with all the rest.
 *
 * <p>Only where Micrometer is in the application: a server's own is one for all applications, which
 * would get each other's meters.
 */
final class GlobalRegistry {

  private final MeterRegistry registry;
  private final boolean isApplications;

  /**
   * The global registry, as an application sees it.
   *
   * @param application the class loader of what is the application's
   */
  GlobalRegistry(MeterRegistry registry, ClassLoader application) {
    this.registry = registry;
    this.isApplications = Metrics.class.getClassLoader() == application;
  }

  void join() {
    if (isApplications) {
      Metrics.addRegistry(registry);
    }
  }

  void leave() {
    if (isApplications) {
      Metrics.removeRegistry(registry);
    }
  }
}
