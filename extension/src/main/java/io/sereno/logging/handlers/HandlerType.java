package io.sereno.logging.handlers;

import io.sereno.settings.Settings;

/**
 * A kind of handler, by the name that {@code sereno.logging.handlers.<name>.type} calls it.
 * Implementations are found by {@link java.util.ServiceLoader} in the application.
 *
 * <pre>{@code
 * public final class PigeonType implements HandlerType {
 *   public String name() { return "pigeon"; }
 *   public LineHandler create(Settings own) {
 *     return new PigeonHandler(own.text("loft").orElse("roof"));  // sereno.logging.handlers.<name>.loft
 *   }
 * }
 * }</pre>
 */
public interface HandlerType {

  /** The type's name, in small letters. */
  String name();

  /**
   * A handler as the settings want it. It opens nothing and starts no thread before its first line;
   * its formatter, level and filter are given to it afterwards.
   *
   * @param own the settings below {@code sereno.logging.handlers.<name>}; what is wrong with them
   *     is told by {@link Settings#problem}
   */
  LineHandler create(Settings own);
}
