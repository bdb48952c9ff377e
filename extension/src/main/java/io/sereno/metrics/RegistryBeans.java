package io.sereno.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.sereno.figures.Failures;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Micrometer registries that an application has as beans, or its server for it. */
final class RegistryBeans {

  private RegistryBeans() {}

  static List<MeterOutlet> outlets(MeterRegistry own, Failures failures) {
    BeanManager beans = CDI.current().getBeanManager();
    Set<MeterRegistry> found = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Bean<?> bean : beans.getBeans(MeterRegistry.class, Any.Literal.INSTANCE)) {
      try {
        MeterRegistry registry = instance(bean, beans);
        if (registry != null) {
          found.add(registry);
        }
      } catch (RuntimeException | LinkageError e) {
        failures.report("metrics", "asking for " + bean, e);
      }
    }
    return outlets(found, own, failures);
  }

  /**
   * One for each of these that is no part of another; those that fail leave the others alone.
   *
   * @param own ours, which an application may have in a composite: then the composite's other parts
   *     are shown our meters, and not the composite, which would bring them back
   */
  static List<MeterOutlet> outlets(
      Collection<MeterRegistry> found, MeterRegistry own, Failures failures) {
    Set<MeterRegistry> inner = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<MeterRegistry> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
    for (MeterRegistry registry : found) {
      Set<MeterRegistry> parts = parts(registry);
      if (parts.contains(own)) {
        parts.removeIf(part -> part instanceof CompositeMeterRegistry);
        wanted.addAll(parts);
      } else {
        inner.addAll(parts);
        wanted.add(registry);
      }
    }
    wanted.removeAll(inner);
    wanted.remove(own);
    List<MeterOutlet> outlets = new ArrayList<>();
    for (MeterRegistry registry : wanted) {
      try {
        outlets.add(new RegistryOutlet(registry, failures));
      } catch (RuntimeException | LinkageError e) {
        failures.report("metrics", "looking at " + registry.getClass(), e);
      }
    }
    return outlets;
  }

  /**
   * The bean itself: through a client proxy, Micrometer's builders would reach fields of the proxy
   * that nobody has set.
   */
  private static <T> @Nullable MeterRegistry instance(Bean<T> bean, BeanManager beans) {
    CreationalContext<T> creation = beans.createCreationalContext(bean);
    return (MeterRegistry)
        (beans.isNormalScope(bean.getScope())
            ? beans.getContext(bean.getScope()).get(bean, creation)
            : beans.getReference(bean, MeterRegistry.class, creation));
  }

  /** What a composite is told goes on to its parts, which are not to be told twice. */
  private static Set<MeterRegistry> parts(MeterRegistry registry) {
    Set<MeterRegistry> parts = Collections.newSetFromMap(new IdentityHashMap<>());
    addParts(registry, parts);
    return parts;
  }

  private static void addParts(MeterRegistry registry, Set<MeterRegistry> parts) {
    if (registry instanceof CompositeMeterRegistry composite) {
      for (MeterRegistry part : composite.getRegistries()) {
        if (parts.add(part)) {
          addParts(part, parts);
        }
      }
    }
  }
}
