package io.sereno.logging.format;

import java.util.Collection;

/** What can be told from the names of loggers. */
public final class LoggerNames {

  /** The logger of the audit, whose records are neither sampled nor collapsed. */
  public static final String AUDIT = "io.sereno.audit";

  /** Above all loggers of Sereno itself. */
  public static final String OURS = "io.sereno";

  private LoggerNames() {}

  /** Whether a logger is one of these or below one of them; all are below the nameless root. */
  public static boolean isAtOrBelow(String logger, Collection<String> ancestors) {
    for (String ancestor : ancestors) {
      if (isAtOrBelow(logger, ancestor)) {
        return true;
      }
    }
    return false;
  }

  static boolean isAtOrBelow(String logger, String ancestor) {
    return logger.startsWith(ancestor)
        && (logger.length() == ancestor.length()
            || ancestor.isEmpty()
            || logger.charAt(ancestor.length()) == '.');
  }

  /** The name of the logger above, the root's empty one for a name without a dot. */
  public static String parent(String logger) {
    return logger.substring(0, Math.max(0, logger.lastIndexOf('.')));
  }
}
