package io.sereno.context;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** Counts the bytes that go through. */
final class CountedStream extends ServletOutputStream {

  private final ServletOutputStream target;
  private final BodySize size;

  CountedStream(ServletOutputStream target, BodySize size) {
    this.target = target;
    this.size = size;
  }

  @Override
  public void write(int octet) throws IOException {
    target.write(octet);
    size.add(1);
  }

  @Override
  public void write(byte[] octets) throws IOException {
    target.write(octets);
    size.add(octets.length);
  }

  @Override
  public void write(byte[] octets, int start, int length) throws IOException {
    target.write(octets, start, length);
    size.add(length);
  }

  @Override
  public boolean isReady() {
    return target.isReady();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    target.setWriteListener(listener);
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
