package io.sereno.context;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jboss.logging.Logger;

/** What this library has for technologies that an application may have or not. */
public final class Found {

  private Found() {}

  /** Those whose technology is there: what cannot be loaded or made is left out. */
  public static <T> List<T> all(Class<T> type) {
    List<T> found = new ArrayList<>();
    Iterator<T> services = ServiceLoader.load(type, Found.class.getClassLoader()).iterator();
    boolean more = true;
    while (more) {
      try {
        more = services.hasNext();
        if (more) {
          found.add(services.next());
        }
      } catch (ServiceConfigurationError | LinkageError e) {
        Logger.getLogger(Found.class)
            .debugf("%s goes without one: %s", type.getSimpleName(), e.getMessage());
      }
    }
    return found;
  }
}
