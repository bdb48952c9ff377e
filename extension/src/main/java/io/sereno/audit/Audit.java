package io.sereno.audit;

import io.sereno.Audited;
import io.sereno.endpoints.Door;
import io.sereno.endpoints.Endpoint;
import io.sereno.endpoints.EndpointSettings;
import io.sereno.figures.Failures;
import io.sereno.figures.Figures;
import io.sereno.invocation.BeanMethod;
import io.sereno.invocation.Plans;
import io.sereno.redaction.Arguments;
import io.sereno.redaction.Redactor;
import io.sereno.settings.Settings;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The audit of one application: its {@code @Audited} methods, its log, and its endpoint. */
public final class Audit {

  private final Redactor redactor;
  private final Failures failures;
  private final RecentEvents recent;
  private final AuditLog log;
  private final Plans<Optional<AuditedMethod>> plans = new Plans<>(Optional.empty());

  public Audit(AuditSettings settings, Redactor redactor, Figures figures) {
    this.redactor = redactor;
    this.failures = figures.failures();
    this.recent = new RecentEvents(settings.recent());
    this.log = new AuditLog(recent, redactor, figures);
  }

  /** Plans the method's calls, and says whether they are audited. */
  public boolean watch(BeanMethod method, Settings settings) {
    Optional<AuditedMethod> plan =
        method
            .annotation(Audited.class)
            .filter(a -> settings.flag(method.key(settings, Audited.class, "enabled"), true))
            .map(
                audited ->
                    settings
                        .text(method.key(settings, Audited.class, "value"))
                        .orElse(audited.value()))
            .map(action -> action.isEmpty() ? method.shortName() : action)
            .map(action -> new AuditedMethod(action, Arguments.of(method.method(), redactor)));
    if (plan.isPresent() && !Arguments.canBeShown(method.method())) {
      settings.warn("@Audited of " + method.fullName(), "no names of parameters", Arguments.REMEDY);
    }
    plan.ifPresent(audited -> plans.put(method, plan));
    return plan.isPresent();
  }

  /** Where events are written. */
  public AuditLog log() {
    return log;
  }

  /** How values are shown in events. */
  public Redactor redactor() {
    return redactor;
  }

  /** Where what goes wrong here is reported. */
  public Failures failures() {
    return failures;
  }

  /** The trail's endpoint. */
  public Endpoint endpoint(EndpointSettings endpoint, Door door) {
    return new AuditEndpoint(endpoint, door, failures, recent);
  }

  Optional<AuditedMethod> plan(Class<?> instance, Method method) {
    return plans.find(instance, method);
  }

  /** The arguments as they are before the call, which may change them. */
  String show(AuditedMethod method, Supplier<Object @Nullable []> arguments) {
    try {
      return method.arguments().show(arguments.get());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      failures.report("audit", "showing the arguments of " + method.action(), e);
      return "";
    }
  }

  void ended(AuditedMethod method, Instant when, String parameters, @Nullable Throwable failure) {
    log.write(method.event(when, parameters, failure));
  }
}
