package io.sereno.context;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Counts the bytes that come through. */
final class CountedInput extends ServletInputStream {

  private final ServletInputStream source;
  private final ReadBytes read;

  CountedInput(ServletInputStream source, ReadBytes read) {
    this.source = source;
    this.read = read;
  }

  @Override
  public int read() throws IOException {
    int octet = source.read();
    read.add(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] octets) throws IOException {
    return counted(source.read(octets));
  }

  @Override
  public int read(byte[] octets, int start, int length) throws IOException {
    return counted(source.read(octets, start, length));
  }

  @Override
  public int readLine(byte[] octets, int start, int length) throws IOException {
    return counted(source.readLine(octets, start, length));
  }

  @Override
  public long skip(long length) throws IOException {
    long skipped = source.skip(length);
    read.add(skipped);
    return skipped;
  }

  private int counted(int length) {
    read.add(Math.max(0, length));
    return length;
  }

  @Override
  public int available() throws IOException {
    return source.available();
  }

  @Override
  public boolean isFinished() {
    return source.isFinished();
  }

  @Override
  public boolean isReady() {
    return source.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    source.setReadListener(listener);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
