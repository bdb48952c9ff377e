package io.sereno.logging.handlers;

import io.sereno.settings.Settings;

/** {@code file}: a file that is rotated by size and by day. */
public final class FileType implements HandlerType {

  @Override
  public String name() {
    return "file";
  }

  @Override
  public LineHandler create(Settings own) {
    return new RotatingFileHandler(LogFileSettings.read(own));
  }
}
