package io.sereno.logging.format;

import io.sereno.context.ContextField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One line of text on its way to bytes. One thread. */
final class TextLine {

  private static final String PROCESS = String.valueOf(ProcessHandle.current().pid());

  private final TextSettings settings;
  private final FormatterContext around;
  private boolean cut;

  TextLine(TextSettings settings, FormatterContext around) {
    this.settings = settings;
    this.around = around;
  }

  byte[] of(LogEntry entry) {
    Optional<StackTraceElement> caller =
        settings.walksStack() ? Callers.of(entry.record()) : Optional.empty();
    List<String> pieces = new ArrayList<>(settings.parts().size() + 2);
    for (TextPart part : settings.parts()) {
      pieces.add(piece(part, entry, caller));
    }
    if (entry.thrown() != null && !settings.placesException()) {
      pieces.add("\n" + stackTrace(entry));
    }
    pieces.add("\n");
    return join(pieces);
  }

  private String piece(TextPart part, LogEntry entry, Optional<StackTraceElement> caller) {
    Placeholder placeholder = part.placeholder();
    if (placeholder == null) {
      return part.isKey() ? part.align(safe(value(part.text(), entry))) : part.text();
    }
    return part.align(
        switch (placeholder) {
          case LEVELNAME -> entry.severity().name();
          case ASCTIME -> settings.times().of(entry.instant());
          case NAME -> safe(entry.logger());
          case MODULE ->
              safe(lastSegment(caller.map(StackTraceElement::getClassName).orElse(entry.logger())));
          case PROCESS -> PROCESS;
          case THREAD -> safe(entry.thread());
          case MESSAGE -> safe(entry.message());
          case EXC_INFO -> entry.thrown() == null ? "" : stackTrace(entry);
          case FUNC_NAME -> safe(caller.map(StackTraceElement::getMethodName).orElse(""));
          case LINENO -> caller.map(c -> String.valueOf(c.getLineNumber())).orElse("");
        });
  }

  private String stackTrace(LogEntry entry) {
    Throwable thrown = entry.thrown();
    if (thrown == null) {
      return "";
    }
    TextTrace trace = new TextTrace(around.redactor());
    cut |= !settings.stackTraces().to(trace).print(thrown);
    return trace.toString().stripTrailing();
  }

  private static String lastSegment(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }

  /** What the context, the record or the MDC has under a key; nothing if none has. */
  private String value(String key, LogEntry entry) {
    ContextField field = ContextField.named(key);
    @Nullable Object value = field == null ? null : field.of(entry.context());
    if (value == null && field != null && entry.knowsContext()) {
      return "";
    }
    value = value == null ? entry.fields().get(key) : value;
    value = value == null ? entry.mdc().get(key) : value;
    if (value == null) {
      return "";
    }
    return around.redactor().isSensitive(key)
        ? around.redactor().maskNamed(key, value)
        : around.redactor().text(around.redactor().show(value));
  }

  /** Of a long text, no more is looked at than could be printed. */
  private String safe(String text) {
    int longest = longest();
    cut |= text.length() > longest;
    return Characters.readable(Cuts.harmless(text, longest, around.redactor()));
  }

  private int longest() {
    return (int) Math.min(around.longestLine().bytes(), Integer.MAX_VALUE / 8);
  }

  /** The pieces in UTF-8, the longest ones cut if there is not room for all. */
  private byte[] join(List<String> pieces) {
    byte[] whole = String.join("", pieces).getBytes(StandardCharsets.UTF_8);
    cut |= whole.length > longest();
    if (cut) {
      around.cut().increment();
    }
    if (whole.length <= longest()) {
      return whole;
    }
    int[] sizes =
        pieces.stream().mapToInt(piece -> piece.getBytes(StandardCharsets.UTF_8).length).toArray();
    int cap = Math.max(0, Cuts.cap(sizes, sizes.length, longest()));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sizes.length; i++) {
      text.append(sizes[i] <= cap ? pieces.get(i) : Cuts.cut(pieces.get(i), cap));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
