package io.sereno.metrics;

import io.sereno.figures.Failures;
import java.util.List;
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
 */
record CacheStatistics(List<Bean> beans, Failures failures) {

  /** One cache's. */
  record Bean(MBeanServer server, ObjectName name) {}

  CacheStatistics {
    beans = List.copyOf(beans);
  }

  /** Such as {@code CacheHits}; a cache that has gone counts no more. */
  double sum(String attribute) {
    long sum = 0;
    for (Bean bean : beans) {
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
