package io.sereno.logging.handlers;

import io.sereno.settings.Settings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** {@code console}: the process's standard output. It has no settings of its own. */
public final class ConsoleType implements HandlerType {

  @Override
  public String name() {
    return "console";
  }

  @Override
  public LineHandler create(Settings own) {
    return new StandardOutputHandler(new FileOutputStream(FileDescriptor.out));
  }
}
