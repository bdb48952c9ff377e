package io.sereno.statements;

import io.sereno.settings.Settings;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
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
 * <p>Without an observer the bean is the data source itself.
 */
public final class DataSources {

  private final Map<String, String> jndiNames;
  private final Optional<DataSourceWrapper> wrapper;

  /** Finds out whether what is asked for can be had. */
  public DataSources(StatementsSettings own, Settings settings) {
    this.jndiNames = own.dataSources();
    this.wrapper =
        own.enabled() && !jndiNames.isEmpty()
            ? Found.all(DataSourceWrapper.class).stream().findFirst()
            : Optional.empty();
    if (own.enabled() && wrapper.isEmpty()) {
      jndiNames.forEach(
          (name, jndi) ->
              settings.problem(
                  StatementsSettings.DATA_SOURCES + '.' + name + '.' + StatementsSettings.JNDI,
                  jndi,
                  "put net.ttddyy:datasource-proxy into the WAR"));
    }
  }

  /** Makes a bean of each. */
  public void publish(AfterBeanDiscovery beans) {
    jndiNames.forEach(
        (name, jndi) ->
            beans
                .<DataSource>addBean()
                .types(DataSource.class, Object.class)
                .qualifiers(NamedLiteral.of(name), Any.Literal.INSTANCE, Observed.Literal.INSTANCE)
                .scope(Singleton.class)
                .id("io.sereno.statements:" + name)
                .createWith(context -> wrapped(name, find(name, jndi))));
  }

  private DataSource wrapped(String name, DataSource source) {
    return wrapper.map(with -> with.wrap(name, source)).orElse(source);
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
