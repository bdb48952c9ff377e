package io.sereno.health.microprofile;

import io.sereno.health.Check;
import io.sereno.health.CheckOutlet;
import io.sereno.health.CheckResult;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows each check as a MicroProfile readiness check. The server's endpoint is open to strangers,
 * so it is told names and statuses only.
 */
public final class ServerHealth implements CheckOutlet {

  @Override
  public void show(List<Check> checks, AfterBeanDiscovery beans) {
    Class<HealthCheck> type = HealthCheck.class; // before a bean is begun: it may not be there
    Annotation readiness = Readiness.Literal.INSTANCE;
    for (Check check : checks) {
      beans
          .<HealthCheck>addBean()
          .addTransitiveTypeClosure(type)
          .addQualifier(readiness)
          .scope(Singleton.class)
          .id("io.sereno.health:" + check.name())
          .createWith(context -> (HealthCheck) () -> response(check.run()));
    }
  }

  private static HealthCheckResponse response(CheckResult result) {
    return HealthCheckResponse.named(result.name()).status(result.isUp()).build();
  }
}
