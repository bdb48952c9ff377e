package io.sereno.endpoints;

import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes whole bodies in UTF-8, with their length. */
public final class Body {

  private Body() {}

  public static void json(HttpServletResponse response, String type, JsonObject body)
      throws IOException {
    text(response, type, body + "\n");
  }

  public static void text(HttpServletResponse response, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
