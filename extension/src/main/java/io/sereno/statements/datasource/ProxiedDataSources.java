package io.sereno.statements.datasource;

import io.sereno.statements.DataSourceWrapper;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Data sources behind datasource-proxy. */
public final class ProxiedDataSources implements DataSourceWrapper {

  @Override
  public DataSource wrap(String name, DataSource source) {
    return ProxyDataSourceBuilder.create(name, source)
        .listener(new ProxiedStatements())
        .methodListener(new ProxiedConnections(name))
        .build();
  }
}
