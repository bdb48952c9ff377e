package io.sereno.endpoints;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The answers that say no, as {@code application/problem+json}. They tell a stranger nothing about
 * the application.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public enum ProblemBody {
  BAD_REQUEST(400, "Bad Request", "That could not be understood."),
  UNAUTHORIZED(401, "Unauthorized", "Send the operations token or log in."),
  FORBIDDEN(403, "Forbidden", "You are known, but may not see this."),
  NOT_FOUND(404, "Not Found", "There is nothing here."),
  METHOD_NOT_ALLOWED(405, "Method Not Allowed", "See the header Allow."),
  CONTENT_TOO_LARGE(413, "Content Too Large", "Send less."),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type", "Send application/json."),
  FAILED(500, "Internal Server Error", "The log says more.");

  private final int status;
  private final String title;
  private final String detail;

  ProblemBody(int status, String title, String detail) {
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  /** Sets the status and writes the body. */
  public void send(HttpServletResponse response) throws IOException {
    send(response, detail);
  }

  /** Sets the status and writes the body, with words for this very case. */
  public void send(HttpServletResponse response, String words) throws IOException {
    response.setStatus(status);
    Body.json(
        response,
        "application/problem+json",
        Json.createObjectBuilder()
            .add("type", "about:blank")
            .add("title", title)
            .add("status", status)
            .add("detail", words)
            .build());
  }
}
