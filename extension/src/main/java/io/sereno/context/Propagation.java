package io.sereno.context;

import io.sereno.figures.Failures;
import io.sereno.figures.Figures;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the context is carried in this application, for those to whom nobody can hand it: what
 * servers and libraries make by themselves, interceptors, filters of clients and providers of
 * thread contexts. Threads: any.
 */
public final class Propagation {

  private static final Propagation DEFAULT =
      new Propagation(ContextSettings.DEFAULT, name -> false, new Figures().failures());

  private static volatile Propagation inForce = DEFAULT;

  private final ContextSettings settings;
  private final Predicate<String> isSecret;
  private final Failures failures;

  private Propagation(ContextSettings settings, Predicate<String> isSecret, Failures failures) {
    this.settings = settings;
    this.isSecret = isSecret;
    this.failures = failures;
  }

  /**
   * From now on it goes by these settings.
   *
   * @param isSecret whether a parameter of this name, in a path, is a secret
   */
  public static void start(
      ContextSettings settings, Predicate<String> isSecret, Failures failures) {
    inForce = new Propagation(settings, isSecret, failures);
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

  static String shownPath(String path, String template) {
    return PathParameters.masked(path, template, inForce.isSecret);
  }

  /** Something of ours went wrong; the work goes on. */
  public static void failed(String doing, Throwable cause) {
    inForce.failures.survive("context", doing, cause);
  }
}
