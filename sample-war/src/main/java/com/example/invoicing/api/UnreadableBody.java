package com.example.invoicing.api;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A body that cannot be read is the caller's fault on every server; left alone, some call it their
 * own and answer 500.
 */
@Provider
public final class UnreadableBody implements ReaderInterceptor {

  private static final Logger LOG = Logger.getLogger(UnreadableBody.class.getName());
  private static final int LONGEST = 1 << 20;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
    byte[] json = body.getInputStream().readNBytes(LONGEST);
    try {
      readWhole(json);
      body.setInputStream(new ByteArrayInputStream(json));
      return body.proceed();
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "Unreadable body", e);
      throw new BadRequestException(e);
    }
  }

  /** JSON-B stops at the end of the value, whatever comes behind it. */
  private static void readWhole(byte[] json) {
    try (JsonParser parser = Json.createParser(new ByteArrayInputStream(json))) {
      while (parser.hasNext()) {
        parser.next();
      }
    }
  }
}
