package io.sereno.logging.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may stand in braces in a text format, by the names of Python's {@code LogRecord} attributes.
 *
 * @see <a href="https://docs.python.org/3/library/logging.html#logrecord-attributes">LogRecord
 *     attributes</a>
 */
enum Placeholder {
  /** DEBUG, INFO, WARNING, ERROR or CRITICAL. */
  LEVELNAME("levelname"),
  /** {@code 2026-01-31 12:34:56,789}, local time. */
  ASCTIME("asctime"),
  /** The logger's name. */
  NAME("name"),
  /**
   * The simple name of the class that logs where the stack is walked anyway, else what comes after
   * the last dot of the logger's name.
   */
  MODULE("module"),
  /** The process's id. */
  PROCESS("process"),
  /** The thread's name. */
  THREAD("thread"),
  MESSAGE("message"),
  /** The exception; without this placeholder it follows the line. */
  EXC_INFO("exc_info"),
  /** The method that logs: the stack is walked for it. */
  FUNC_NAME("funcName"),
  /** The line in the source that logs: the stack is walked for it. */
  LINENO("lineno");

  private final String word;

  Placeholder(String word) {
    this.word = word;
  }

  static List<String> words() {
    return Stream.of(values()).map(placeholder -> placeholder.word).toList();
  }

  static Optional<Placeholder> named(String word) {
    return Stream.of(values()).filter(placeholder -> placeholder.word.equals(word)).findFirst();
  }
}
