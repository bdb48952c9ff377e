package io.sereno.statements;

/**
 * Where statements come from: a technology that an application may have or not, and that must be
 * asked to tell of them. Found by ServiceLoader; one whose technology is not there is passed over.
 */
public interface StatementSource {

  /**
   * From now on these statements are told.
   *
   * @param application whose persistence units it is about
   */
  void start(ClassLoader application, Statements statements);

  /** From now on nobody is told any more, and everything is as it was before. */
  void stop();
}
