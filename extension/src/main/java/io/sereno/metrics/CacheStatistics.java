package io.sereno.metrics;

import io.sereno.figures.Failures;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.management.AttributeNotFoundException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * JCache's statistics of the caches of one name, of however many managers, added up.
 *
 * @param beans where they are read
 * @param sizes where Hazelcast tells how many entries it has of them
 */
record CacheStatistics(List<Bean> beans, Set<Bean> sizes, Failures failures) {

  /** One cache's. */
  record Bean(MBeanServer server, ObjectName name) {

    /** Of its name; empty if there is none. */
    String property(String key) {
      String value = name.getKeyProperty(key);
      return value == null ? "" : value;
    }

    /** By their class loaders: two applications may each have brought one along. */
    boolean hasTheProviderOf(Bean other) {
      try {
        return server.getClassLoaderFor(name) == other.server.getClassLoaderFor(other.name);
      } catch (InstanceNotFoundException e) {
        return false;
      }
    }
  }

  CacheStatistics {
    beans = List.copyOf(beans);
    sizes = Set.copyOf(sizes);
  }

  /** Such as {@code CacheHits}; a cache that has gone counts no more. */
  double sum(String attribute) {
    return sum(beans, attribute);
  }

  /** Entries, as far as this instance owns them. */
  double size() {
    return sum(sizes, "ownedEntryCount");
  }

  private double sum(Collection<Bean> of, String attribute) {
    long sum = 0;
    for (Bean bean : of) {
      sum += value(bean, attribute);
    }
    return sum;
  }

  private long value(Bean bean, String attribute) {
    try {
      return bean.server.getAttribute(bean.name, attribute) instanceof Number number
          ? number.longValue()
          : 0;
    } catch (InstanceNotFoundException | AttributeNotFoundException e) {
      return 0; // it went after it was found
    } catch (JMException | JMRuntimeException e) {
      failures.report("metrics", "reading the statistics of a cache", e);
      return 0;
    }
  }
}
