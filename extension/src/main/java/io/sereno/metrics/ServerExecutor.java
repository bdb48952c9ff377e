package io.sereno.metrics;

import io.sereno.figures.Failures;
import java.util.Optional;
import javax.management.AttributeNotFoundException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * A managed executor of the server's.
 *
 * @param bean where it is told of
 */
record ServerExecutor(MBeanServer server, ObjectName bean, Failures failures) {

  /** By which applications look it up. */
  Optional<String> jndiName() {
    return get("jndiName", String.class);
  }

  /** Such as {@code activeThreadCount}; empty if it is not told. */
  Optional<Number> figure(String attribute) {
    return get(attribute, Number.class);
  }

  private <T> Optional<T> get(String attribute, Class<T> type) {
    try {
      Object value = server.getAttribute(bean, attribute);
      return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    } catch (InstanceNotFoundException | AttributeNotFoundException e) {
      return Optional.empty(); // it went after it was found, or another version tells less
    } catch (JMException | JMRuntimeException | SecurityException e) {
      failures.report("metrics", "reading the figures of an executor", e);
      return Optional.empty();
    }
  }
}
