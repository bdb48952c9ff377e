package io.sereno.logging;

import io.sereno.invocation.BeanMethod;
import io.sereno.logging.LoggedSettings.Shown;
import io.sereno.logging.format.LogField;
import io.sereno.redaction.Arguments;
import io.sereno.redaction.Redactor;
import jakarta.interceptor.InvocationContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of one {@code @Logged} method's calls.
 *
 * <pre>
 * InvoiceService.approve(id=42) entered
 * InvoiceService.approve(id=42) succeeded in 3.2 ms: Invoice#42
 * InvoiceService.approve(id=42) failed after 3.2 ms: com.acme.Overdrawn
 * InvoiceService.approve: a caller caught com.acme.Overdrawn
 * </pre>
 */
final class CallRecords {

  private static final String SUCCESS = "success";
  private static final String FAILURE = "failure";

  private final BeanMethod method;
  private final LoggedSettings settings;
  private final Arguments arguments;
  private final Function<@Nullable Object, String> showResult;

  CallRecords(BeanMethod method, LoggedSettings settings, Redactor redactor) {
    this.method = method;
    this.settings = settings;
    this.arguments = Arguments.of(method.method(), redactor);
    this.showResult =
        redactor.shown(method.method(), method.method().getName(), method.method().getReturnType());
  }

  /** The logger that they are for. */
  String loggerName() {
    return method.bean().getName();
  }

  /** A call has begun. */
  LogRecord entered(Level level, InvocationContext call) {
    Draft draft = new Draft().call(call);
    draft.text.append(" entered");
    return draft.record(level);
  }

  /** A call has returned. */
  LogRecord succeeded(Level level, InvocationContext call, long nanos, @Nullable Object result) {
    Draft draft = new Draft().call(call).outcome(SUCCESS).duration(" succeeded", " in ", nanos);
    if (nanos > settings.slowness().nanos()) {
      draft.text.append(", slower than ").append(Millis.of(settings.slowness().nanos()));
    }
    return draft.result(result).record(level);
  }

  /** A call has thrown; the record has the exception. */
  LogRecord failed(Level level, InvocationContext call, long nanos, Throwable thrown) {
    LogRecord record = failure(call, nanos, thrown).record(level);
    record.setThrown(thrown);
    return record;
  }

  /** A call inside of another one has thrown; the record names the exception's type alone. */
  LogRecord failedInside(Level level, InvocationContext call, long nanos, Throwable thrown) {
    Draft draft = failure(call, nanos, thrown);
    draft.fields.put(LogField.ERROR_TYPE.key(), thrown.getClass().getName());
    return draft.record(level);
  }

  private Draft failure(InvocationContext call, long nanos, Throwable thrown) {
    Draft draft = new Draft().call(call).outcome(FAILURE).duration(" failed", " after ", nanos);
    draft.text.append(": ").append(thrown.getClass().getName());
    return draft;
  }

  /**
   * What a call inside had thrown did not leave the outermost one; the record has the exception.
   */
  LogRecord caught(Level level, Throwable thrown) {
    Draft draft = new Draft();
    draft.text.append(": a caller caught ").append(thrown.getClass().getName());
    LogRecord record = draft.record(level);
    record.setThrown(thrown);
    return record;
  }

  /** A record on its way: its message and its fields. */
  private final class Draft {

    private final StringBuilder text = new StringBuilder(method.shortName());
    private final Map<String, Object> fields = new LinkedHashMap<>();

    Draft() {
      fields.put(LogField.FUNCTION.key(), method.fullName());
    }

    Draft call(InvocationContext call) {
      Shown shown = settings.shown();
      if (shown.arguments()) {
        String list = arguments.show(call.getParameters());
        text.append('(').append(list).append(')');
        fields.put(LogField.ARGUMENTS.key(), list);
      }
      return this;
    }

    Draft outcome(String outcome) {
      fields.put(LogField.OUTCOME.key(), outcome);
      return this;
    }

    Draft duration(String said, String preposition, long nanos) {
      text.append(said);
      if (nanos >= 0) {
        text.append(preposition).append(Millis.of(nanos));
        fields.put(LogField.DURATION.key(), nanos);
      }
      return this;
    }

    Draft result(@Nullable Object result) {
      if (settings.shown().result() && method.method().getReturnType() != void.class) {
        String shown = showResult.apply(result);
        text.append(": ").append(shown);
        fields.put(LogField.RESULT.key(), shown);
      }
      return this;
    }

    /** What is in the message is data: a brace in it is not for java.util.logging to read. */
    LogRecord record(Level level) {
      String message = text.toString();
      boolean isPlain = message.indexOf('{') < 0;
      LogRecord record = new LogRecord(level, isPlain ? message : "{0}");
      record.setParameters(isPlain ? new Object[] {fields} : new Object[] {message, fields});
      record.setLoggerName(loggerName());
      record.setSourceClassName(loggerName());
      record.setSourceMethodName(method.method().getName());
      return record;
    }
  }
}
