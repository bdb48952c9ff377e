package io.sereno.logging.handlers;

import io.sereno.logging.format.ServerProperties;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes lines to the process's standard output.
 *
 * <p>It writes to the file descriptor: {@code System.out} is a logger on WildFly and may be one
 * elsewhere, and a handler that prints to a logger feeds itself. A line is written whole. The
 * descriptor is the process's, and is never closed. Threads: any.
 */
public final class StandardOutputHandler extends LineHandler {

  private final OutputStream out;
  private final Object lock = new Object();

  /** A handler as a server's {@code logging.properties} wants it. */
  public StandardOutputHandler() {
    this(new FileOutputStream(FileDescriptor.out));
    configure(new ServerProperties(StandardOutputHandler.class));
  }

  StandardOutputHandler(OutputStream out) {
    this.out = out;
  }

  @Override
  protected void write(byte[] line) throws IOException {
    synchronized (lock) {
      out.write(line);
    }
  }
}
