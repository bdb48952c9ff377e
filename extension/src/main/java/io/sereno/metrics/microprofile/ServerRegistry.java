package io.sereno.metrics.microprofile;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * The server's registry for the application. Asked for at an injection point: some servers look at
 * that, and have nothing for who asks the container by program.
 */
@Dependent
public class ServerRegistry {

  @Inject Instance<MetricRegistry> registry;

  /** Empty where the API is there and nobody implements it. */
  Optional<MetricRegistry> find() {
    return registry.isResolvable() ? Optional.of(registry.get()) : Optional.empty();
  }
}
