package io.sereno.statements.datasource;

import io.sereno.statements.Statements;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;

/** Sees the connections that are obtained from one data source, and how long that took. */
final class ProxiedConnections implements MethodExecutionListener {

  private static final String BEGIN = "io.sereno.begin";

  private final String name;

  ProxiedConnections(String name) {
    this.name = name;
  }

  @Override
  public void beforeMethod(MethodExecutionContext call) {
    if (isConnect(call)) {
      call.addCustomValue(BEGIN, System.nanoTime());
    }
  }

  @Override
  public void afterMethod(MethodExecutionContext call) {
    if (isConnect(call) && call.getThrown() == null) {
      Long begin = call.getCustomValue(BEGIN, Long.class);
      if (begin != null) {
        Statements.inForce().connected(name, System.nanoTime() - begin);
      }
    }
  }

  private static boolean isConnect(MethodExecutionContext call) {
    return call.getTarget() instanceof DataSource
        && call.getMethod().getName().equals("getConnection");
  }
}
