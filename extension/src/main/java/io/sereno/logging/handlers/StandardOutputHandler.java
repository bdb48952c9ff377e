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
 * elsewhere, and a handler that prints to a logger feeds itself. A line is written whole, whoever
 * else of us writes. The descriptor is the process's, and is never closed. Threads: any.
 */
public final class StandardOutputHandler extends LineHandler {

  /**
   * Shared by all handlers of this virtual machine, whatever classes they have: a pipe takes a long
   * line in pieces.
   */
  private static final Object LOCK = "io.sereno.logging.standard-output".intern();

  private final OutputStream out;

  /** A handler as a server's {@code logging.properties} wants it. */
  public StandardOutputHandler() {
    this(new FileOutputStream(FileDescriptor.out));
    configure(new ServerProperties(StandardOutputHandler.class));
  }

  StandardOutputHandler(OutputStream out) {
    this.out = out;
  }

  @Override
  protected void write(byte[] bytes, int length) throws IOException {
    synchronized (LOCK) {
      out.write(bytes, 0, length);
    }
  }
}
