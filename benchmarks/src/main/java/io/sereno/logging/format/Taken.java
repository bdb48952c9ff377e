package io.sereno.logging.format;

import java.nio.ByteBuffer;
import org.apache.logging.log4j.core.layout.ByteBufferDestination;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Takes the bytes of Log4j's layout, which allocates nothing for them. */
@State(Scope.Thread)
public class Taken implements ByteBufferDestination {

  private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1_024);

  ByteBuffer buffer() {
    return buffer;
  }

  @Override
  public ByteBuffer getByteBuffer() {
    return buffer;
  }

  @Override
  public ByteBuffer drain(ByteBuffer full) {
    full.clear();
    return full;
  }

  @Override
  public void writeBytes(ByteBuffer data) {
    buffer.put(data);
  }

  @Override
  public void writeBytes(byte[] data, int offset, int length) {
    buffer.put(data, offset, length);
  }
}
