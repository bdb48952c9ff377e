package io.sereno.logging.format;

import org.jspecify.annotations.Nullable;

/** What is logged: the same for everybody. */
public enum Occasion {
  /** An ordinary message. */
  PLAIN("Invoice 42 approved by clerk in 12 ms"),
  /** Quotes, a backslash, a line's end, a tab, letters of two and three bytes. */
  ESCAPES("Söhne & Co\nsaid \"paid\",\tfolder C\\bills, 12,50 € and – again – \"thanks\""),
  /** Names with values: what redaction has to look at twice. */
  TELLING("order=4711 customer=ada amount=12.50 state=paid"),
  /** An exception with 30 frames. */
  EXCEPTION("Invoice 42 could not be approved");

  static final String LOGGER = "com.acme.invoicing.InvoiceService";

  private final String message;

  Occasion(String message) {
    this.message = message;
  }

  String message() {
    return message;
  }

  /** The exception with its 30 frames, null unless this is about one. */
  @Nullable IllegalStateException thrown() {
    if (this != EXCEPTION) {
      return null;
    }
    IllegalStateException thrown = new IllegalStateException("the invoice is closed");
    StackTraceElement[] frames = new StackTraceElement[30];
    for (int i = 0; i < frames.length; i++) {
      frames[i] =
          new StackTraceElement(
              "com.acme.invoicing.layer" + i + ".InvoiceService",
              "approve" + i,
              "InvoiceService.java",
              100 + i);
    }
    thrown.setStackTrace(frames);
    return thrown;
  }
}
