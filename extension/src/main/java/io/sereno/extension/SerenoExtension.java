package io.sereno.extension;

import io.sereno.Audited;
import io.sereno.Logged;
import io.sereno.Timed;
import io.sereno.audit.Audit;
import io.sereno.context.MessageInterceptor;
import io.sereno.invocation.Calls;
import io.sereno.settings.MicroProfileSource;
import io.sereno.settings.Settings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Sereno's way into an application's CDI container. */
public final class SerenoExtension implements Extension {

  private static final Logger LOG = Logger.getLogger(SerenoExtension.class);

  private final Sereno sereno =
      new Sereno(
          new Settings(new MicroProfileSource(ConfigProvider.getConfig())),
          Thread.currentThread().getContextClassLoader());

  private final AtomicBoolean running = new AtomicBoolean();

  /** What the application has of Sereno. */
  Sereno sereno() {
    return sereno;
  }

  <T> void intercept(
      @Observes @WithAnnotations({Logged.class, Timed.class, Audited.class})
          ProcessAnnotatedType<T> event) {
    new Interception(sereno).of(event.configureAnnotatedType());
  }

  void makeMessagesABinding(@Observes BeforeBeanDiscovery beans) {
    if (MessageBinding.canBe()) {
      MessageBinding.make(beans);
    }
  }

  void bindMessages(@Observes ProcessAnnotatedType<MessageInterceptor> event) {
    if (sereno.hasContext() && MessageBinding.canBe()) {
      MessageBinding.put(event.configureAnnotatedType());
    } else {
      event.veto();
    }
  }

  /**
   * What a server starts by itself, without a request. All types come here: CDI can tell those with
   * EJB's annotations apart only where EJB is.
   */
  <T> void followWork(@Observes ProcessAnnotatedType<T> event) {
    if (sereno.hasContext() && OwnWork.isIn(event.getAnnotatedType())) {
      OwnWork.of(event.configureAnnotatedType());
    }
  }

  void addBeans(@Observes AfterBeanDiscovery beans) {
    beans
        .<Calls>addBean()
        .types(Calls.class)
        .scope(Singleton.class)
        .createWith(c -> sereno.calls());
    sereno
        .audit()
        .ifPresent(
            audit ->
                beans
                    .<Audit>addBean()
                    .types(Audit.class)
                    .scope(Singleton.class)
                    .createWith(c -> audit));
    sereno.health().ifPresent(health -> health.publish(beans));
    sereno.dataSources().publish(beans);
  }

  void report(@Observes AfterDeploymentValidation validation) {
    ProblemReport report = ProblemReport.of(sereno.settings());
    if (report.refuses()) {
      validation.addDeploymentProblem(new DeploymentException(report.toString()));
    } else if (report.warns()) {
      LOG.warn(report);
    }
  }

  void start(
      @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) @Initialized(ApplicationScoped.class)
          Object event) {
    if (running.compareAndSet(false, true)) {
      sereno.start();
    }
  }

  void stop(@Observes BeforeShutdown event) {
    if (running.compareAndSet(true, false)) {
      sereno.stop();
    }
  }
}
