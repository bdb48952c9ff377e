package io.sereno.metrics;

import io.sereno.figures.Failures;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;

/**
 * A figure of MBeans that only grows, added up. One that cannot be read counts as it did when it
 * was last read: Prometheus would take a smaller sum for a new start, and count all of it again as
 * soon as the MBean is back. Not a number until each of them has been read once. Threads: any.
 */
final class GrowingFigure implements DoubleSupplier {

  private final Set<MBean> beans;
  private final String attribute;
  private final Failures failures;
  private final Map<MBean, Double> last = new ConcurrentHashMap<>();

  GrowingFigure(Set<MBean> beans, String attribute, Failures failures) {
    this.beans = Set.copyOf(beans);
    this.attribute = attribute;
    this.failures = failures;
  }

  @Override
  public double getAsDouble() {
    double sum = 0;
    for (MBean bean : beans) {
      double told = bean.figure(attribute, failures);
      if (!Double.isNaN(told)) {
        last.put(bean, told);
      }
      sum += last.getOrDefault(bean, Double.NaN);
    }
    return sum;
  }
}
