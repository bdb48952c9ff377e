package io.sereno.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sereno.figures.Failures;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Shows the meters of a registry in other places as well, those there are and those to come, until
 * the application ends. What these places do wrong is theirs: the scrape goes on. Threads: any.
 */
final class Bridges {

  private static final Logger LOG = Logger.getLogger(Bridges.class);

  private final BridgeSettings settings;
  private final MeterRegistry registry;
  private final Failures failures;
  private volatile List<MeterOutlet> open = List.of();

  Bridges(BridgeSettings settings, MeterRegistry registry, Failures failures) {
    this.settings = settings;
    this.registry = registry;
    this.failures = failures;
  }

  /** Looks for them, among the application's beans and in its server. */
  void start() {
    List<MeterOutlet> outlets = new ArrayList<>();
    if (settings.registries()) {
      guarded(() -> outlets.addAll(RegistryBeans.outlets(registry, failures)));
    }
    if (settings.microprofile()) {
      outlets.addAll(ofTheServer());
    }
    start(outlets);
  }

  void start(List<MeterOutlet> outlets) {
    List<MeterOutlet> found = new ArrayList<>();
    for (MeterOutlet outlet : outlets) {
      guarded(
          () -> {
            if (outlet.open()) {
              found.add(outlet);
            }
          });
    }
    if (!found.isEmpty()) {
      open = List.copyOf(found);
      registry.config().onMeterAdded(this::show).onMeterRemoved(this::hide);
      registry.getMeters().forEach(this::show);
    }
  }

  /** Leaves nothing there. */
  void stop() {
    List<MeterOutlet> known = open;
    open = List.of();
    known.forEach(outlet -> guarded(outlet::close));
  }

  private void show(Meter meter) {
    each(outlet -> outlet.show(meter));
  }

  private void hide(Meter meter) {
    each(outlet -> outlet.hide(meter));
  }

  private void each(Consumer<MeterOutlet> action) {
    for (MeterOutlet outlet : open) {
      guarded(() -> action.accept(outlet));
    }
  }

  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (Throwable e) {
      failures.survive("metrics", "showing meters elsewhere", e);
    }
  }

  private static List<MeterOutlet> ofTheServer() {
    List<MeterOutlet> found = new ArrayList<>();
    Iterator<MeterOutlet> services =
        ServiceLoader.load(MeterOutlet.class, Bridges.class.getClassLoader()).iterator();
    try {
      while (services.hasNext()) {
        found.add(services.next());
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      LOG.debugf("The server has no metrics of its own to show meters in: %s", e.getMessage());
    }
    return found;
  }
}
