package io.sereno.logging.format;

import static java.util.Objects.requireNonNull;

import java.util.function.BiConsumer;

/** Where in a record an application, or whoever calls it, can put a text. */
enum HostilePlace {
  MESSAGE((text, record) -> record.message = text),
  MESSAGE_WITH_PARAMETERS(
      (text, record) -> {
        record.message = text;
        record.parameters.add("first");
        record.parameters.add(2);
      }),
  STRING_PARAMETER(
      (text, record) -> {
        record.message = "<{0}>";
        record.parameters.add(text);
      }),
  CHAR_PARAMETER(
      (text, record) -> {
        record.message = "<{0}>";
        record.parameters.add(firstChar(text));
      }),
  OBJECT_PARAMETER(
      (text, record) -> {
        record.message = "<{0}>";
        record.parameters.add(new StringBuilder(text));
      }),
  MDC_KEY(
      (text, record) -> {
        record.mdc.put(text, HostileRecord.THERE);
        record.expectedKeys.add(text);
      }),
  MDC_VALUE(
      (text, record) -> {
        record.mdc.put("some.key", text);
        record.expected.put("some.key", text);
      }),
  FIELD_KEY(
      (text, record) -> {
        record.fields.put(text, HostileRecord.THERE);
        record.expectedKeys.add(text);
      }),
  FIELD_VALUE(
      (text, record) -> {
        record.fields.put("some.field", text);
        record.expected.put("some.field", text);
      }),
  FIELD_CHAR(
      (text, record) -> {
        record.fields.put("some.char", firstChar(text));
        record.expected.put("some.char", String.valueOf(firstChar(text)));
      }),
  /** The context of the work, as the audit tells it. */
  CONTEXT(
      (text, record) -> {
        record.logger = "io.sereno.audit";
        record.fields.put("user.name", text);
        record.expected.put("user.name", text);
      }),
  LOGGER(
      (text, record) -> {
        record.logger = text;
        record.expected.put("log.logger", text);
      }),
  THREAD(
      (text, record) -> {
        record.thread = text;
        record.expected.put(
            "process.thread.name",
            text.isEmpty() ? "thread-" + Thread.currentThread().getId() : text);
      }),
  EXCEPTION_MESSAGE(
      (text, record) -> {
        record.thrown = brief(new IllegalStateException(text));
        record.expected.put("error.message", text);
      }),
  EXCEPTION_TO_STRING((text, record) -> record.thrown = brief(new Described(text))),
  CAUSE_MESSAGE((text, record) -> thrown(record).initCause(brief(new Exception(text)))),
  CAUSE_TO_STRING((text, record) -> thrown(record).initCause(brief(new Described(text)))),
  SUPPRESSED_MESSAGE((text, record) -> thrown(record).addSuppressed(brief(new Exception(text)))),
  FRAMES(
      (text, record) ->
          thrown(record)
              .setStackTrace(
                  new StackTraceElement[] {
                    new StackTraceElement(text, text, text, 1),
                    new StackTraceElement(text, text, "1", text, text, text, -2)
                  }));

  private final BiConsumer<String, HostileRecord> put;

  HostilePlace(BiConsumer<String, HostileRecord> put) {
    this.put = put;
  }

  void put(String text, HostileRecord record) {
    put.accept(text, record);
  }

  private static char firstChar(String text) {
    return text.isEmpty() ? 'c' : text.charAt(0);
  }

  private static Throwable thrown(HostileRecord record) {
    if (record.thrown == null) {
      record.thrown = brief(new IllegalStateException("expected by a test"));
    }
    return requireNonNull(record.thrown);
  }

  private static Throwable brief(Throwable thrown) {
    StackTraceElement frame = new StackTraceElement("com.acme.Invoices", "pay", "Invoices.java", 7);
    thrown.setStackTrace(new StackTraceElement[] {frame});
    return thrown;
  }

  /** An exception that describes itself in its own way. */
  private static final class Described extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String description;

    Described(String description) {
      this.description = description;
    }

    @Override
    public String toString() {
      return description;
    }
  }
}
