package io.sereno.metrics;

import io.sereno.figures.Failures;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.management.AttributeNotFoundException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/**
 * An MBean of somebody else's. Whatever fails while it is read is reported, and taken for not told.
 */
record MBean(MBeanServer server, ObjectName name) {

  /** All whose names are like this one, in all servers of this JVM. */
  static Set<MBean> find(String pattern) throws JMException {
    ObjectName wanted = new ObjectName(pattern);
    Set<MBean> found = new LinkedHashSet<>();
    for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
      for (ObjectName name : server.queryNames(wanted, null)) {
        found.add(new MBean(server, name));
      }
    }
    return found;
  }

  /** Of its name; empty if there is none. */
  String property(String key) {
    String value = name.getKeyProperty(key);
    return value == null ? "" : value;
  }

  /** Such as {@code jndiName}; empty if it is not told. */
  Optional<String> text(String attribute, Failures failures) {
    return get(attribute, String.class, failures);
  }

  /** Such as {@code activeThreadCount}; not a number if it is not told. */
  double figure(String attribute, Failures failures) {
    return get(attribute, Number.class, failures).map(Number::doubleValue).orElse(Double.NaN);
  }

  private <T> Optional<T> get(String attribute, Class<T> type, Failures failures) {
    try {
      Object value = server.getAttribute(name, attribute);
      return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    } catch (InstanceNotFoundException | AttributeNotFoundException e) {
      return Optional.empty(); // it went after it was found, or another version tells less
    } catch (Throwable e) {
      failures.survive("metrics", "reading " + attribute + " of an MBean", e);
      return Optional.empty();
    }
  }

  /** By their class loaders: two applications may each have brought one along. */
  boolean hasTheProviderOf(MBean other, Failures failures) {
    try {
      return server.getClassLoaderFor(name) == other.server.getClassLoaderFor(other.name);
    } catch (InstanceNotFoundException e) {
      return false;
    } catch (Throwable e) {
      failures.survive("metrics", "asking for the class loader of an MBean", e);
      return false;
    }
  }
}
