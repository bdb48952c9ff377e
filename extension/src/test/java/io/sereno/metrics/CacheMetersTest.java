package io.sereno.metrics;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sereno.figures.Figures;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheMetersTest {

  /** What JCache's CacheStatisticsMXBean has. */
  public interface StatisticsMXBean {
    long getCacheHits();

    long getCacheMisses();

    long getCachePuts();

    long getCacheEvictions();

    long getCacheRemovals();
  }

  /** What Hazelcast's Metrics have. */
  public interface EntriesMXBean {
    long getownedEntryCount();
  }

  /** Of a cache that has so many. */
  public record Entries(long getownedEntryCount) implements EntriesMXBean {}

  /** A cache that was asked {@code hits} times for what it had, and so on by ones more. */
  public static final class Statistics implements StatisticsMXBean {

    private final long hits;

    Statistics(long hits) {
      this.hits = hits;
    }

    @Override
    public long getCacheHits() {
      return hits;
    }

    @Override
    public long getCacheMisses() {
      return hits + 1;
    }

    @Override
    public long getCachePuts() {
      return hits + 2;
    }

    @Override
    public long getCacheEvictions() {
      return hits + 3;
    }

    @Override
    public long getCacheRemovals() {
      return hits + 4;
    }
  }

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final List<ObjectName> registered = new ArrayList<>();
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final CacheMeters caches = of(getClass().getClassLoader());
  private final ForeignMBeans foreign = ForeignMBeans.open();

  @AfterEach
  void unregister() throws Exception {
    foreign.close();
    for (ObjectName name : registered) {
      if (server.isRegistered(name)) {
        server.unregisterMBean(name);
      }
    }
  }

  @Test
  void showsWhatTheProviderTells() throws Exception {
    cache("one", "customers", 10);
    caches.look();

    assertThat(shown())
        .isEqualTo(
            Map.of(
                "cache.gets customers hit", 10.0,
                "cache.gets customers miss", 11.0,
                "cache.puts customers", 12.0,
                "cache.evictions customers", 13.0,
                "cache.removals customers", 14.0));
  }

  @Test
  void findsCachesThatAreMadeLaterAndForgetsThoseThatGo() throws Exception {
    caches.look();
    assertThat(shown()).isEmpty();

    ObjectName first = cache("one", "customers", 10);
    cache("one", "invoices", 20);
    caches.look();
    assertThat(shown()).containsKeys("cache.puts customers", "cache.puts invoices").hasSize(10);

    server.unregisterMBean(first);
    assertThat(shown()).containsEntry("cache.puts customers", 12.0);
    caches.look();
    assertThat(shown()).containsEntry("cache.puts invoices", 22.0).hasSize(5);
  }

  @Test
  void hazelcastTellsTheSizeSomewhatLater() throws Exception {
    cache("one", "customers", 10);
    cache("one", "invoices", 20);
    caches.look();
    assertThat(shown()).hasSize(10);

    entries("/hz/customers", 3);
    entries("/hz/another/loader/customers", 4);
    entries("/hz/oldcustomers", 100);
    caches.look();

    assertThat(shown())
        .containsEntry("cache.size customers", 7.0)
        .containsEntry("cache.puts customers", 12.0)
        .hasSize(11);
  }

  private void entries(String name, long count) throws Exception {
    entries(server, name, count);
  }

  private void entries(MBeanServer at, String name, long count) throws Exception {
    ObjectName full =
        new ObjectName(
            "com.hazelcast:type=Metrics,instance=one,prefix=cache,tag0="
                + ObjectName.quote("name=" + name));
    at.registerMBean(new Entries(count), full);
    registered.add(full);
  }

  @Test
  void cachesOfOneNameAreOne() throws Exception {
    cache("one", "customers", 10);
    caches.look();
    cache("two", "customers", 100);
    caches.look();

    assertThat(shown()).containsEntry("cache.gets customers hit", 110.0).hasSize(5);
  }

  @Test
  void cachesBeyondTheLimitShareASeriesThatStays() throws Exception {
    new CardinalityGuard(new SeriesLimits(2, Map.of()), new Figures()).guard(registry);
    cache("one", "a", 10);
    cache("one", "b", 20);
    ObjectName beyond = cache("one", "c", 30);
    cache("one", "d", 40);
    caches.look();
    server.unregisterMBean(beyond);
    caches.look();

    assertThat(shown())
        .containsKeys("cache.gets a hit", "cache.gets a miss", "cache.gets overflow overflow")
        .containsKeys("cache.puts a", "cache.puts b", "cache.puts overflow")
        .hasSize(12);
  }

  /** Whose provider this application cannot see. */
  @Test
  void cachesOfAnotherApplicationAreNotShown() throws Exception {
    cache("one", "customers", 10);
    of(ClassLoader.getPlatformClassLoader()).look();

    assertThat(shown()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "queryNames, CacheStatistics",
    "queryNames, hazelcast",
    "getObjectInstance, invoices",
    "getClassLoaderFor, invoices"
  })
  void aSearchThatFailsLeavesAllAsItIs(String method, String argument) throws Exception {
    cache("one", "customers", 10);
    cache(foreign.server(), "one", "invoices", 20);
    caches.look();
    Map<String, Double> before = shown();

    foreign.fail(method, argument, new IllegalStateException("expected"));
    caches.look();

    assertThat(shown()).isEqualTo(before).hasSize(10);
  }

  @Test
  void aProviderThatCannotBeAskedForLeavesTheSizeAlone() throws Exception {
    cache("one", "customers", 10);
    entries(foreign.server(), "/hz/customers", 3);
    foreign.fail("getClassLoaderFor", "hazelcast", new IllegalStateException("expected"));
    caches.look();
    assertThat(shown()).containsEntry("cache.puts customers", 12.0).hasSize(5);

    foreign.recover();
    caches.look();
    assertThat(shown()).containsEntry("cache.size customers", 3.0).hasSize(6);
  }

  @Test
  void aReadThatFailsLeavesTheCounterAsItWas() throws Exception {
    cache("one", "customers", 10);
    cache(foreign.server(), "two", "customers", 100);
    entries("/hz/customers", 3);
    entries(foreign.server(), "/hz/another/customers", 4);
    caches.look();
    assertThat(shown())
        .containsEntry("cache.puts customers", 114.0)
        .containsEntry("cache.size customers", 7.0);

    foreign.fail("getAttribute", "", new IllegalStateException("expected"));
    assertThat(shown())
        .containsEntry("cache.puts customers", 114.0)
        .containsEntry("cache.size customers", Double.NaN);
  }

  @Test
  void aCounterThatWasNeverReadIsNotZero() throws Exception {
    cache("one", "customers", 10);
    cache(foreign.server(), "two", "customers", 100);
    foreign.fail("getAttribute", "CachePuts", new IllegalStateException("expected"));
    caches.look();
    assertThat(shown()).doesNotContainKey("cache.puts customers").hasSize(4);

    foreign.recover();
    caches.look();
    assertThat(shown()).containsEntry("cache.puts customers", 114.0).hasSize(5);
  }

  @Test
  void cachesThatAFilterRenamesGoAsWell() throws Exception {
    registry
        .config()
        .meterFilter(MeterFilter.replaceTagValues("cache", name -> name.toUpperCase(ROOT)));
    ObjectName first = cache("one", "customers", 10);
    caches.look();
    assertThat(shown()).containsEntry("cache.puts CUSTOMERS", 12.0).hasSize(5);

    server.unregisterMBean(first);
    caches.look();
    assertThat(shown()).isEmpty();
  }

  private CacheMeters of(ClassLoader application) {
    return new CacheMeters(registry, application, new Figures().failures());
  }

  private ObjectName cache(String manager, String name, long hits) throws Exception {
    return cache(server, manager, name, hits);
  }

  private ObjectName cache(MBeanServer at, String manager, String name, long hits)
      throws Exception {
    ObjectName full =
        new ObjectName(
            "javax.cache:type=CacheStatistics,CacheManager=%s,Cache=%s".formatted(manager, name));
    at.registerMBean(new Statistics(hits), full);
    registered.add(full);
    return full;
  }

  private Map<String, Double> shown() {
    Map<String, Double> shown = new TreeMap<>();
    for (FunctionCounter counter : registry.find("cache.gets").functionCounters()) {
      shown.put(name(counter) + ' ' + counter.getId().getTag("result"), counter.count());
    }
    for (String meter : List.of("cache.puts", "cache.evictions", "cache.removals")) {
      for (FunctionCounter counter : registry.find(meter).functionCounters()) {
        shown.put(name(counter), counter.count());
      }
    }
    for (Gauge gauge : registry.find("cache.size").gauges()) {
      shown.put(name(gauge), gauge.value());
    }
    return shown;
  }

  private static String name(Meter meter) {
    return meter.getId().getName() + ' ' + meter.getId().getTag("cache");
  }
}
