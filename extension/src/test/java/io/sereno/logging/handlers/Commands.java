package io.sereno.logging.handlers;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Runs the operating system's commands. */
final class Commands {

  private Commands() {}

  /** The exit code; 127 where there is no such command. */
  static int run(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return -1;
      }
      return process.exitValue();
    } catch (IOException e) {
      return 127;
    }
  }
}
