package io.sereno.metrics;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Streams to a response, whose headers it sets with the first byte: until then the answer may still
 * become another one.
 */
final class ScrapeBody extends OutputStream {

  private static final int CHUNK = 8_192;

  private final HttpServletResponse response;
  private final String type;
  private final boolean compressed;
  private @Nullable OutputStream target;

  ScrapeBody(HttpServletResponse response, String type, boolean compressed) {
    this.response = response;
    this.type = type;
    this.compressed = compressed;
  }

  /** Sets the headers of the answer, which may be all that is asked for. */
  void writeHead() {
    response.setContentType(type);
    if (compressed) {
      response.setHeader("Content-Encoding", "gzip");
    }
  }

  @Override
  public void write(int octet) throws IOException {
    target().write(octet);
  }

  @Override
  public void write(byte[] octets, int start, int length) throws IOException {
    target().write(octets, start, length);
  }

  /** Ends what was begun; nothing may have been written, and that is an answer, too. */
  @Override
  public void close() throws IOException {
    if (target instanceof Compressed gzip) {
      try {
        gzip.finish();
      } finally {
        gzip.end();
      }
    }
  }

  private OutputStream target() throws IOException {
    OutputStream known = target;
    if (known == null) {
      writeHead();
      OutputStream plain = response.getOutputStream();
      known = compressed ? new Compressed(plain) : plain;
      target = known;
    }
    return known;
  }

  /** Its memory is not the heap's, and waits for no collector. */
  private static final class Compressed extends GZIPOutputStream {

    Compressed(OutputStream plain) throws IOException {
      super(plain, CHUNK);
    }

    void end() {
      def.end();
    }
  }
}
