package io.sereno.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.sereno.figures.Failures;
import io.sereno.metrics.CacheStatistics.Bean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/**
 * What JCache's statistics tell of caches, with Micrometer's names: {@code
 * cache_gets_total{cache="customers",result="hit"}}, {@code cache_puts_total}, {@code
 * cache_evictions_total}, {@code cache_removals_total}. JCache knows no size; of Hazelcast's caches
 * there is {@code cache_size} as well, by MBeans that Hazelcast brings up to date every five
 * seconds.
 *
 * <p>They are found by the MBeans that every provider has to keep for a cache whose statistics are
 * enabled, whoever has made the cache, when, and through which of the provider's managers: nobody
 * has to have JCache, and no provider is started for it. Caches of another application, which has
 * brought its provider along, are not shown; those of a provider of the server's are. Threads: any.
 */
final class CacheMeters {

  private static final String ALL = "javax.cache:type=CacheStatistics,*";
  private static final String HAZELCAST = "com.hazelcast:type=Metrics,prefix=cache,*";

  /** On a bean of Hazelcast's: {@code "name=/hz/customers"}, quotes included. */
  private static final String HAZELCAST_NAME = "tag0";

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
    Set<Bean> hazelcast = new HashSet<>();
    try {
      for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
        find(server, found);
        for (ObjectName name : server.queryNames(new ObjectName(HAZELCAST), null)) {
          hazelcast.add(new Bean(server, name));
        }
      }
    } catch (JMException | JMRuntimeException | SecurityException e) {
      failures.report("metrics", "looking for caches", e);
    }
    Map<String, CacheStatistics> statistics = new TreeMap<>();
    found.forEach(
        (cache, beans) ->
            statistics.put(
                cache, new CacheStatistics(beans, sizes(cache, beans, hazelcast), failures)));
    synchronized (lock) {
      show(statistics);
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

  /** Before a cache's own name, Hazelcast's has that of its manager and class loader. */
  private static Set<Bean> sizes(String cache, List<Bean> beans, Set<Bean> hazelcast) {
    return hazelcast.stream()
        .filter(size -> size.property(HAZELCAST_NAME).endsWith('/' + cache + '"'))
        .filter(size -> beans.stream().anyMatch(size::hasTheProviderOf))
        .collect(Collectors.toUnmodifiableSet());
  }

  private void show(Map<String, CacheStatistics> found) {
    shown
        .entrySet()
        .removeIf(
            known -> {
              boolean same = known.getValue().statistics.equals(found.get(known.getKey()));
              if (!same) {
                forget(known.getKey(), known.getValue());
              }
              return !same;
            });
    found.forEach(
        (cache, statistics) -> shown.computeIfAbsent(cache, fresh -> shown(fresh, statistics)));
  }

  /** Without the series that too many caches share: others may count with it. */
  private void forget(String cache, Shown gone) {
    for (Meter meter : gone.meters) {
      if (cache.equals(meter.getId().getTag(Meters.CACHE))) {
        registry.remove(meter);
      }
    }
  }

  private Shown shown(String cache, CacheStatistics statistics) {
    Tags tags = Tags.of(Meters.CACHE, cache);
    Tags hits = tags.and(Meters.RESULT, "hit");
    Tags misses = tags.and(Meters.RESULT, "miss");
    List<Meter> meters = new ArrayList<>();
    meters.add(counter(Meters.CACHE_GETS, hits, statistics, "CacheHits"));
    meters.add(counter(Meters.CACHE_GETS, misses, statistics, "CacheMisses"));
    meters.add(counter(Meters.CACHE_PUTS, tags, statistics, "CachePuts"));
    meters.add(counter(Meters.CACHE_EVICTIONS, tags, statistics, "CacheEvictions"));
    meters.add(counter(Meters.CACHE_REMOVALS, tags, statistics, "CacheRemovals"));
    if (!statistics.sizes().isEmpty()) {
      meters.add(
          Gauge.builder(Meters.CACHE_SIZE.key(), statistics, CacheStatistics::size)
              .description(Meters.CACHE_SIZE.description())
              .tags(tags)
              .strongReference(true)
              .register(registry));
    }
    return new Shown(statistics, meters);
  }

  private Meter counter(Meters meter, Tags tags, CacheStatistics statistics, String attribute) {
    ToDoubleFunction<CacheStatistics> value = all -> all.sum(attribute);
    return FunctionCounter.builder(meter.key(), statistics, value)
        .description(meter.description())
        .tags(tags)
        .register(registry);
  }
}
