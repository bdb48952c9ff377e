package io.sereno.statements;

/**
 * What a library is doing on a thread, and tells of by itself: a data source that it goes through
 * is not to tell of it again.
 */
final class LibraryWork {

  static final LibraryWork EXECUTING = new LibraryWork();
  static final LibraryWork CONNECTING = new LibraryWork();

  /** Of the JDK's own types: a thread must keep no WAR. */
  @SuppressWarnings("ThreadLocalUsage") // as static as the constant that has it
  private final ThreadLocal<Boolean> onThread = new ThreadLocal<>();

  private LibraryWork() {}

  void begins() {
    onThread.set(Boolean.TRUE);
  }

  void ends() {
    onThread.remove();
  }

  boolean isUnderWay() {
    return onThread.get() != null;
  }
}
