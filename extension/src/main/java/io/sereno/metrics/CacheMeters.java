package io.sereno.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.sereno.figures.Failures;
import io.sereno.metrics.CacheStatistics.Bean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/**
 * What JCache's statistics tell of caches, with Micrometer's names: {@code
 * cache_gets_total{cache="customers",result="hit"}}, {@code cache_puts_total}, {@code
 * cache_evictions_total}, {@code cache_removals_total}. JCache knows no size.
 *
 * <p>They are found by the MBeans that every provider has to keep for a cache whose statistics are
 * enabled, whoever has made the cache, when, and through which of the provider's managers: nobody
 * has to have JCache, and no provider is started for it. Caches of another application, which has
 * brought its provider along, are not shown; those of a provider of the server's are. Threads: any.
 */
final class CacheMeters {

  private static final String ALL = "javax.cache:type=CacheStatistics,*";

  private final MeterRegistry registry;
  private final ClassLoader application;
  private final Failures failures;
  private final Map<String, Shown> shown = new HashMap<>();
  private final Object lock = new Object();

  private record Shown(CacheStatistics statistics, List<Meter> meters) {}

  /**
   * Shows nothing before the first {@link #look}.
   *
   * @param application the class loader of the application whose caches are shown
   */
  CacheMeters(MeterRegistry registry, ClassLoader application, Failures failures) {
    this.registry = registry;
    this.application = application;
    this.failures = failures;
  }

  /** Finds the caches that there are now; those that have gone are shown no longer. */
  void look() {
    Map<String, List<Bean>> found = new TreeMap<>();
    try {
      for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
        find(server, found);
      }
    } catch (JMException | JMRuntimeException | SecurityException e) {
      failures.report("metrics", "looking for caches", e);
    }
    synchronized (lock) {
      show(found);
    }
  }

  private void find(MBeanServer server, Map<String, List<Bean>> found) throws JMException {
    for (ObjectName name : server.queryNames(new ObjectName(ALL), null)) {
      String cache = name.getKeyProperty("Cache");
      if (cache != null && isOurs(server, name)) {
        found.computeIfAbsent(cache, fresh -> new ArrayList<>()).add(new Bean(server, name));
      }
    }
  }

  /** A provider that the application cannot see was brought along by another one. */
  private boolean isOurs(MBeanServer server, ObjectName name) throws JMException {
    try {
      ClassLoader provider = server.getClassLoaderFor(name);
      String type = server.getObjectInstance(name).getClassName();
      return Class.forName(type, false, application).getClassLoader() == provider;
    } catch (InstanceNotFoundException | ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private void show(Map<String, List<Bean>> found) {
    shown
        .entrySet()
        .removeIf(
            known -> {
              List<Bean> now = found.get(known.getKey());
              boolean same = now != null && now.equals(known.getValue().statistics.beans());
              if (!same) {
                forget(known.getKey(), known.getValue());
              }
              return !same;
            });
    found.forEach((cache, beans) -> shown.computeIfAbsent(cache, fresh -> shown(fresh, beans)));
  }

  /** Without the series that too many caches share: others may count with it. */
  private void forget(String cache, Shown gone) {
    for (Meter meter : gone.meters) {
      if (cache.equals(meter.getId().getTag(Meters.CACHE))) {
        registry.remove(meter);
      }
    }
  }

  private Shown shown(String cache, List<Bean> beans) {
    CacheStatistics statistics = new CacheStatistics(beans, failures);
    Tags tags = Tags.of(Meters.CACHE, cache);
    Tags hits = tags.and(Meters.RESULT, "hit");
    Tags misses = tags.and(Meters.RESULT, "miss");
    return new Shown(
        statistics,
        List.of(
            counter(Meters.CACHE_GETS, hits, statistics, "CacheHits"),
            counter(Meters.CACHE_GETS, misses, statistics, "CacheMisses"),
            counter(Meters.CACHE_PUTS, tags, statistics, "CachePuts"),
            counter(Meters.CACHE_EVICTIONS, tags, statistics, "CacheEvictions"),
            counter(Meters.CACHE_REMOVALS, tags, statistics, "CacheRemovals")));
  }

  private Meter counter(Meters meter, Tags tags, CacheStatistics statistics, String attribute) {
    ToDoubleFunction<CacheStatistics> value = all -> all.sum(attribute);
    return FunctionCounter.builder(meter.key(), statistics, value)
        .description(meter.description())
        .tags(tags)
        .register(registry);
  }
}
