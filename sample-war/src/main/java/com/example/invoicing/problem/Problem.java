package com.example.invoicing.problem;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The body of an error: {@code {"type":"about:blank","title":"Conflict","status":409,"detail":"The
 * invoice is PAID: it cannot be deleted."}}.
 *
 * @param status the HTTP status
 * @param detail for the reader; never an exception's own message, which may name classes
 * @param errors what is wrong with which field, if that is known
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
record Problem(int status, String detail, List<FieldError> errors) {

  static final String MEDIA_TYPE = "application/problem+json";

  /** What is wrong with one field of the request. */
  record FieldError(String field, String message) {}

  static Problem of(int status) {
    return of(status, usualDetail(status));
  }

  static Problem of(int status, String detail) {
    return new Problem(status, detail, List.of());
  }

  Response response() {
    return response(Response.status(status));
  }

  Response response(Response.ResponseBuilder response) {
    return response.type(MEDIA_TYPE).entity(json()).build();
  }

  byte[] json() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", "about:blank")
            .add("title", title())
            .add("status", status)
            .add("detail", detail);
    if (!errors.isEmpty()) {
      json.add("errors", errorsAsJson());
    }
    return json.build().toString().getBytes(StandardCharsets.UTF_8);
  }

  private JsonArrayBuilder errorsAsJson() {
    JsonArrayBuilder json = Json.createArrayBuilder();
    for (FieldError error : errors) {
      json.add(
          Json.createObjectBuilder().add("field", error.field()).add("message", error.message()));
    }
    return json;
  }

  private String title() {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Error" : known.getReasonPhrase();
  }

  private static String usualDetail(int status) {
    return switch (status) {
      case 400 -> "The request is not what is expected here: look at its JSON, fields and types.";
      case 401 -> "Log in first.";
      case 403 -> "You may not do this.";
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not know that method.";
      case 406 -> "The answer is JSON, which you do not accept.";
      case 415 -> "The body must be application/json.";
      case 500 -> "Something went wrong here, and was written to the log.";
      case 501 -> "This server does not know that method.";
      default -> "The request cannot be answered.";
    };
  }
}
