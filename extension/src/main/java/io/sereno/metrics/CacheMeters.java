package io.sereno.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.sereno.figures.Failures;
import io.sereno.metrics.FoundMeters.Series;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;

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
  private static final String CACHE = "Cache";
  private static final String HAZELCAST = "com.hazelcast:type=Metrics,prefix=cache,*";

  /** On a bean of Hazelcast's: {@code "name=/hz/customers"}, quotes included. */
  private static final String HAZELCAST_NAME = "tag0";

  private final ClassLoader application;
  private final Failures failures;
  private final FoundMeters<Cache> meters;
  private final Rounds rounds = new Rounds(Duration.ZERO, System::nanoTime);

  /**
   * The caches of one name, of however many managers.
   *
   * @param statistics where JCache's are read
   * @param sizes where Hazelcast tells how many entries this instance owns of them
   */
  private record Cache(String name, Set<MBean> statistics, Set<MBean> sizes) {}

  /**
   * Shows nothing before the first {@link #look}.
   *
   * @param application the class loader of the application whose caches are shown
   */
  CacheMeters(MeterRegistry registry, ClassLoader application, Failures failures) {
    this.application = application;
    this.failures = failures;
    this.meters = new FoundMeters<>(registry, failures);
  }

  /**
   * Finds the caches that there are now, unless another thread does; those that have gone are shown
   * no longer. If it fails, all stays as it is.
   */
  void look() {
    rounds.go(this::search);
  }

  private void search() {
    Set<Cache> found;
    try {
      found = find();
    } catch (JMException | RuntimeException e) {
      failures.report("metrics", "looking for caches", e);
      return;
    }
    meters.keep(found);
    found.forEach(this::show);
  }

  private Set<Cache> find() throws JMException {
    Map<String, Set<MBean>> ours = new TreeMap<>();
    for (MBean bean : MBean.find(ALL)) {
      if (!bean.property(CACHE).isEmpty() && isOurs(bean)) {
        ours.computeIfAbsent(bean.property(CACHE), fresh -> new LinkedHashSet<>()).add(bean);
      }
    }
    Set<MBean> hazelcast = MBean.find(HAZELCAST);
    Set<Cache> found = new LinkedHashSet<>();
    ours.forEach((name, beans) -> found.add(new Cache(name, beans, sizes(name, beans, hazelcast))));
    return found;
  }

  /** A provider that the application cannot see was brought along by another one. */
  private boolean isOurs(MBean bean) throws JMException {
    try {
      ClassLoader provider = bean.server().getClassLoaderFor(bean.name());
      String type = bean.server().getObjectInstance(bean.name()).getClassName();
      return Class.forName(type, false, application).getClassLoader() == provider;
    } catch (InstanceNotFoundException | ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** Before a cache's own name, Hazelcast's has that of its manager and class loader. */
  private Set<MBean> sizes(String cache, Set<MBean> beans, Set<MBean> hazelcast) {
    return hazelcast.stream()
        .filter(size -> size.property(HAZELCAST_NAME).endsWith('/' + cache + '"'))
        .filter(size -> beans.stream().anyMatch(bean -> size.hasTheProviderOf(bean, failures)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private void show(Cache cache) {
    Tags tags = Tags.of(Meters.CACHE, cache.name);
    counter(cache, Meters.CACHE_GETS, tags.and(Meters.RESULT, "hit"), "CacheHits");
    counter(cache, Meters.CACHE_GETS, tags.and(Meters.RESULT, "miss"), "CacheMisses");
    counter(cache, Meters.CACHE_PUTS, tags, "CachePuts");
    counter(cache, Meters.CACHE_EVICTIONS, tags, "CacheEvictions");
    counter(cache, Meters.CACHE_REMOVALS, tags, "CacheRemovals");
    if (!cache.sizes.isEmpty()) {
      meters.gauge(cache, new Series(Meters.CACHE_SIZE, tags, null), () -> size(cache));
    }
  }

  private void counter(Cache cache, Meters meter, Tags tags, String attribute) {
    meters.counter(
        cache,
        new Series(meter, tags, null),
        new GrowingFigure(cache.statistics, attribute, failures));
  }

  private double size(Cache cache) {
    return cache.sizes.stream().mapToDouble(of -> of.figure("ownedEntryCount", failures)).sum();
  }
}
