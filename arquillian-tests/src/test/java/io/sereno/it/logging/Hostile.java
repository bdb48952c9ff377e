package io.sereno.it.logging;

import java.util.logging.Logger;

/** Does with a line what an object can do that is asked for its text. */
public class Hostile {

  private final String how;

  Hostile(String how) {
    this.how = how;
  }

  @Override
  public String toString() {
    return switch (how) {
      case "throw" -> throw new IllegalStateException("from a toString");
      case "overflow" -> "again " + this;
      case "null" -> null;
      default -> {
        Logger.getLogger(Hostile.class.getName()).info("from a toString");
        yield how;
      }
    };
  }
}
