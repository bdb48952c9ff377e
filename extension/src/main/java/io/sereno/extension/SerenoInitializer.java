package io.sereno.extension;

import io.sereno.context.ContextFilter;
import io.sereno.context.ContextListener;
import io.sereno.endpoints.Endpoint;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sereno's way into an application's servlet container: its listener, filter and endpoints. */
public final class SerenoInitializer implements ServletContainerInitializer {

  private static final Logger LOG = Logger.getLogger(SerenoInitializer.class);

  private static final EnumSet<DispatcherType> DISPATCHES =
      EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    Sereno sereno;
    try {
      sereno = CDI.current().getBeanManager().getExtension(SerenoExtension.class).sereno();
    } catch (IllegalStateException | IllegalArgumentException e) {
      LOG.warnf("%s has no CDI container: Sereno does nothing for it", context.getContextPath());
      return;
    }
    if (sereno.hasContext()) {
      context.addListener(new ContextListener(sereno.requests()));
      addFilter(context, new ContextFilter(sereno.requests()));
    }
    sereno.endpoints().forEach(endpoint -> addEndpoint(context, endpoint));
  }

  private static void addFilter(ServletContext context, ContextFilter filter) {
    FilterRegistration.Dynamic registration = context.addFilter("sereno-context", filter);
    if (registration == null) {
      LOG.warnf("%s has Sereno twice: the second is not used", context.getContextPath());
      return;
    }
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(DISPATCHES, false, "/*");
  }

  private static void addEndpoint(ServletContext context, Endpoint endpoint) {
    ServletRegistration.Dynamic registration =
        context.addServlet("sereno-" + endpoint.name(), endpoint);
    if (registration == null) {
      LOG.warnf("%s has a servlet sereno-%s already", context.getContextPath(), endpoint.name());
      return;
    }
    registration.setAsyncSupported(true);
    Set<String> taken = registration.addMapping(endpoint.path(), endpoint.path() + "/*");
    if (!taken.isEmpty()) {
      LOG.warnf("%s is the application's own: Sereno does not answer there", taken);
    }
    context.declareRoles(endpoint.roles().toArray(String[]::new));
    if (!endpoint.opens()) {
      LOG.infof(
          "%s%s is closed to everybody: set sereno.endpoints.token, .roles or .allow to open it",
          context.getContextPath(), endpoint.path());
    }
  }
}
