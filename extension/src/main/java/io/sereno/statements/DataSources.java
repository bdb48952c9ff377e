package io.sereno.statements;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.inject.Singleton;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * The data sources whose statements are seen where there is no persistence unit that would tell of
 * them. The application injects each by its name:
 *
 * <pre>{@code
 * # sereno.metrics.datasource.orders.jndi=java:app/jdbc/orders
 * @Inject @Named("orders") DataSource orders;
 * }</pre>
 *
 * <p>Where statements are not seen the bean is the data source itself.
 */
public final class DataSources {

  private final StatementsSettings settings;

  public DataSources(StatementsSettings settings) {
    this.settings = settings;
  }

  /** Makes a bean of each. */
  public void publish(AfterBeanDiscovery beans) {
    settings
        .dataSources()
        .forEach(
            (name, jndi) ->
                beans
                    .<DataSource>addBean()
                    .types(DataSource.class, Object.class)
                    .qualifiers(
                        NamedLiteral.of(name), Any.Literal.INSTANCE, Observed.Literal.INSTANCE)
                    .scope(Singleton.class)
                    .id("io.sereno.statements:" + name)
                    .createWith(context -> bean(name, find(name, jndi))));
  }

  private DataSource bean(String name, DataSource source) {
    return settings.enabled() ? new ObservedDataSource(name, source) : source;
  }

  @SuppressWarnings("BanJNDI") // the name comes from the deployment, never from a request
  private static DataSource find(String name, String jndi) {
    try {
      return (DataSource) new InitialContext().lookup(jndi);
    } catch (NamingException | ClassCastException e) {
      throw new IllegalStateException(
          "%s.%s.%s = \"%s\": there is no data source of that name"
              .formatted(StatementsSettings.DATA_SOURCES, name, StatementsSettings.JNDI, jndi),
          e);
    }
  }
}
