package io.sereno.logging;

import io.sereno.Logged;
import io.sereno.invocation.BeanMethod;
import io.sereno.invocation.CallObserver;
import io.sereno.logging.LoggingSettings.Scope;
import io.sereno.redaction.Redactor;
import io.sereno.settings.Settings;
import java.util.logging.Handler;
import java.util.logging.Logger;

/** The logging of one application: its console handler, and its {@code @Logged} methods. */
public final class Logging implements CallObserver.Factory {

  private final LoggingSettings logging;
  private final RootHandlers handlers;

  public Logging(LoggingSettings logging, Redactor redactor) {
    this.logging = logging;
    Handler console = new StandardOutputHandler(new JsonFormatter(redactor, logging.maxLine()));
    console.setLevel(Levels.level(logging.rootLevel()));
    if (logging.scope() == Scope.APPLICATION) {
      console.setFilter(new OwnRecords(Logging.class.getClassLoader()));
    }
    this.handlers = new RootHandlers(Logger.getLogger(""), console);
  }

  /** Begins to print. */
  public void start() {
    if (logging.scope() == Scope.SERVER) {
      handlers.takeOver(Levels.level(logging.rootLevel()));
    } else {
      handlers.join();
    }
  }

  /** Gives the root logger back as it was. */
  public void stop() {
    handlers.leave();
  }

  @Override
  public CallObserver observe(BeanMethod method, Settings settings) {
    return method
        .annotation(Logged.class)
        .filter(logged -> settings.flag(method.key(settings, Logged.class, "enabled"), true))
        .map(
            logged ->
                settings.severity(method.key(settings, Logged.class, "value"), logged.value()))
        .<CallObserver>map(severity -> new LoggedCalls(method, severity))
        .orElse(CallObserver.noop());
  }
}
