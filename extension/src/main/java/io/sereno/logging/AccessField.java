package io.sereno.logging;

/** The fields of an access record, besides those of the context, as ECS names them. */
enum AccessField {
  STATUS("http.response.status_code"),
  /** In nanoseconds, to the end of asynchronous work. */
  DURATION("event.duration"),
  /** Of the body before any compression; left out if the container wrote it by itself. */
  BYTES("http.response.body.bytes"),
  /** How many SQL statements were executed for it; left out if none were seen. */
  STATEMENTS("db.queries"),
  /** How long these took together, in nanoseconds. */
  STATEMENT_DURATION("db.query.duration"),
  /** The type of the exception that left the application. */
  ERROR_TYPE("error.type"),
  /** Percent-decoded, if asked for. */
  QUERY("url.query"),
  /** With the header's name behind it: percent-decoded, if asked for. */
  HEADER("http.request.header.");

  private final String key;

  AccessField(String key) {
    this.key = key;
  }

  /** The emitted name. */
  String key() {
    return key;
  }
}
