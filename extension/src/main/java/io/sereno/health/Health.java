package io.sereno.health;

import io.sereno.endpoints.Door;
import io.sereno.endpoints.Endpoint;
import io.sereno.figures.Failures;
import io.sereno.figures.Figures;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import javax.naming.NamingException;
import org.jboss.logging.Logger;

/** The health of one application: its checks, and where they are answered. */
public final class Health {

  private static final Logger LOG = Logger.getLogger(Health.class);

  private final HealthSettings settings;
  private final Failures failures;
  private final List<NamedDataSource> sources;
  private final List<Check> checks;

  /**
   * Finds out what there is to check.
   *
   * @param application whose persistence units tell which data sources to check
   */
  public Health(HealthSettings settings, ClassLoader application, Figures figures) {
    this.settings = settings;
    this.failures = figures.failures();
    this.sources = databases(application).stream().map(NamedDataSource::new).toList();
    this.checks =
        sources.stream().<Check>map(source -> new WatchedCheck(check(source), figures)).toList();
  }

  /** Every check; together they say whether the application is ready. */
  public List<Check> checks() {
    return checks;
  }

  /** Looks up what the checks need, on a thread that sees the application's names. */
  public void start() {
    for (NamedDataSource source : sources) {
      try {
        source.find();
      } catch (NamingException | ClassCastException e) {
        LOG.warnf("The data source %s cannot be found: %s", source.shortName(), e.getMessage());
      }
    }
  }

  /** Shows the checks wherever the server has a place for them. */
  public void publish(AfterBeanDiscovery beans) {
    Iterator<CheckOutlet> outlets =
        ServiceLoader.load(CheckOutlet.class, Health.class.getClassLoader()).iterator();
    try {
      while (outlets.hasNext()) {
        outlets.next().show(checks, beans);
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      LOG.debugf(e, "The server has no health endpoint of its own that checks could be shown at");
    }
  }

  /** Where checks are answered. */
  public Endpoint endpoint(Door door) {
    return new HealthEndpoint(settings.endpoint(), door, failures, checks);
  }

  private List<String> databases(ClassLoader application) {
    if (!settings.databases().isEmpty()) {
      return settings.databases();
    }
    try {
      return PersistenceUnits.dataSources(application);
    } catch (IOException e) {
      failures.report("health", "looking for persistence units", e);
      return List.of();
    }
  }

  private Check check(NamedDataSource source) {
    return new DatabaseCheck("database:" + source.shortName(), source::connect, settings.timeout());
  }
}
