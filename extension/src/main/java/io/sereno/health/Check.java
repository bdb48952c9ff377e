package io.sereno.health;

/** Looks whether one thing that the application needs is there. Threads: any. */
public interface Check {

  /** A stable name, such as {@code database:default}. */
  String name();

  /** Looks now, on the caller's thread; whatever goes wrong is a result. */
  CheckResult run();
}
