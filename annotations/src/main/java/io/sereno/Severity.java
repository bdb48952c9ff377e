package io.sereno;

/**
 * How much a record matters, from the least to the most: the five levels of the guide.
 *
 * <p>The order of the constants is the order of importance, so {@code compareTo} tells which of two
 * matters more. On {@code java.util.logging} they stand for {@code FINE}, {@code INFO}, {@code
 * WARNING}, {@code SEVERE} and the value 1100 (jboss-logging's {@code FATAL}).
 */
public enum Severity {
  /** Technical detail, for development. */
  DEBUG,
  /** An important event of the normal flow. */
  INFO,
  /** Something unusual that does no harm yet. */
  WARNING,
  /** A failure that does not stop the system. */
  ERROR,
  /** A failure that needs somebody at once. */
  CRITICAL
}
