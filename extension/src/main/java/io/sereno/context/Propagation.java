package io.sereno.context;

import io.sereno.figures.Failures;
import io.sereno.figures.Figures;
import org.jspecify.annotations.Nullable;

/**
 * How the context is carried in this application, for those to whom nobody can hand it: what
 * servers and libraries make by themselves, interceptors, filters of clients and providers of
 * thread contexts. Threads: any.
 */
public final class Propagation {

  private static final Propagation DEFAULT =
      new Propagation(ContextSettings.DEFAULT, new Figures().failures());

  private static volatile Propagation inForce = DEFAULT;

  private final ContextSettings settings;
  private final Failures failures;

  private Propagation(ContextSettings settings, Failures failures) {
    this.settings = settings;
    this.failures = failures;
  }

  /** From now on it goes by these settings. */
  public static void start(ContextSettings settings, Failures failures) {
    inForce = new Propagation(settings, failures);
  }

  /** It goes by no settings any more. */
  public static void stop() {
    inForce = DEFAULT;
  }

  /** Whether there are contexts at all. */
  public static boolean isOn() {
    return inForce.settings.enabled();
  }

  /**
   * Whether calls to a host tell it the context.
   *
   * @param host as it stands in the URI, null if none does
   */
  public static boolean reaches(@Nullable String host) {
    return inForce.settings.propagate().stream()
        .anyMatch(
            pattern -> pattern.equals(HostPattern.ANY) || (host != null && pattern.matches(host)));
  }

  /** Whether a message may say whose it is. */
  public static boolean believesMessageUsers() {
    return inForce.settings.messageUser();
  }

  /** Something of ours went wrong; the work goes on. */
  public static void failed(String doing, Throwable cause) {
    inForce.failures.survive("context", doing, cause);
  }
}
