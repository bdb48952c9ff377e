package io.sereno.health;

import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source known by its JNDI name, looked up once: the server's own health endpoint asks on
 * threads that may not see the application's names. Threads: any.
 */
final class NamedDataSource {

  private final String jndiName;
  private volatile @Nullable DataSource found;

  NamedDataSource(String jndiName) {
    this.jndiName = jndiName;
  }

  /** {@code default}, or the name without its name space. */
  String shortName() {
    return jndiName.equals(PersistenceUnits.DEFAULT_DATA_SOURCE)
        ? "default"
        : jndiName.replaceFirst("^java:(comp/env|comp|module|app|global|jboss)?/", "");
  }

  /** Looks it up if it has not been found yet. */
  @SuppressWarnings("BanJNDI") // the name comes from the deployment, never from a request
  DataSource find() throws NamingException {
    DataSource known = found;
    if (known == null) {
      known = (DataSource) new InitialContext().lookup(jndiName);
      found = known;
    }
    return known;
  }

  Connection connect() throws NamingException, SQLException {
    return find().getConnection();
  }
}
