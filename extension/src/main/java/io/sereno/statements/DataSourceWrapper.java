package io.sereno.statements;

import javax.sql.DataSource;

/**
 * Makes a data source tell of its statements. Found by ServiceLoader, if its technology is there.
 */
public interface DataSourceWrapper {

  /**
   * The same data source; each statement and each connection that comes through it is told of.
   *
   * @param name what the settings call it
   */
  DataSource wrap(String name, DataSource source);
}
