package io.sereno.logging.format;

/**
 * Which fields a line of JSON has, under which names and in which order. Implementations are found
 * by {@link java.util.ServiceLoader} in the application.
 */
public interface Schema {

  /** Its name in the setting {@code schema}, in small letters. */
  String name();

  /** Lays out the fields in their order: asked once for each formatter, not for each line. */
  void layout(Layout layout);
}
