package io.sereno.it;

import java.util.Locale;

/** The servers that the tests run on, named as in {@code arquillian.xml}. */
public enum Server {
  PAYARA,
  WILDFLY,
  /**
   * WildFly with its {@code standalone.xml}, which has neither MicroProfile Health nor the API of
   * JMS, and with its Micrometer subsystem.
   */
  WILDFLY_PLAIN;

  /** The server under test; both the tests' JVM and the server's know it. */
  public static Server current() {
    String name = System.getProperty("arquillian.launch");
    if (name == null) {
      throw new IllegalStateException(
          "The system property arquillian.launch must name a container of arquillian.xml");
    }
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
