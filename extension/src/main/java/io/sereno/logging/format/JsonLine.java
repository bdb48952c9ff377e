package io.sereno.logging.format;

import io.sereno.context.Context;
import io.sereno.redaction.Redactor;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON after another, each at most so many bytes long, written field by field into the
 * same bytes.
 *
 * <p>A line that turns out to be too long is written again, and {@linkplain Marks measured}: the
 * longest texts in it are cut and end in {@value Cuts#MARK}; fields that may be left out are, when
 * that is not enough, and {@value Marks#DROPPED} says how many. What one line has encoded is kept
 * for the next, where it is likely to be the same: the context, and names. One thread.
 */
final class JsonLine implements ValueWriter {

  private static final int CAPACITY = 4_096;
  private static final int KNOWN_NAMES = 32;
  private static final int LONGEST_KNOWN = 256;

  private final int longest;
  private final Redactor redactor;
  private final OtherFields others;
  private final JsonTrace trace;
  private final StackTraces.Printer traces;
  private final LogEntry entry;
  private final String[] names = new String[KNOWN_NAMES];
  private final byte[][] encodedNames = new byte[KNOWN_NAMES][];

  private JsonBytes json = new JsonBytes(CAPACITY);
  private Context knownContext = Context.NONE;
  private byte[] encodedContext = {};
  private int start;
  private int value;
  private boolean cut;
  private @Nullable Marks marks;

  JsonLine(
      JsonSettings settings,
      FormatterContext around,
      Map<String, Predicate<LogEntry>> taken,
      KnownFrames frames) {
    this.longest = settings.longest();
    this.redactor = around.redactor();
    this.entry = new LogEntry(around.knowsContext());
    this.others = new OtherFields(this, settings, redactor, taken);
    this.trace = new JsonTrace(redactor, frames);
    this.traces = settings.stackTraces().to(trace);
  }

  LogEntry entry() {
    return entry;
  }

  OtherFields others() {
    return others;
  }

  JsonBytes json() {
    return json;
  }

  /** Begins a line; each field is marked if it is measured. */
  void begin(boolean measured) {
    json.truncate(0);
    json.raw('{');
    cut = false;
    marks = measured ? new Marks() : null;
  }

  /** Ends a line; false if it is too long, and has to be measured. */
  boolean end() {
    if (marks != null) {
      json = marks.fit(json, longest);
      cut = true;
      return true;
    }
    json.raw('}');
    json.raw('\n');
    return json.length() <= longest && !cut;
  }

  /** Whether anything of the record is not in the line. */
  boolean isCut() {
    return cut;
  }

  /** Lets go of the record, and of bytes that have grown too many to be kept. */
  void forget() {
    entry.forget();
    trace.forget();
    marks = null;
    if (json.capacity() > 4 * CAPACITY) {
      json = new JsonBytes(CAPACITY);
    }
  }

  /** Begins a field, whose key is there with a comma before it and a colon after it. */
  void begin(byte[] key) {
    start = json.length();
    json.raw(key, isFirst() ? 1 : 0, key.length);
    value = json.length();
  }

  /** Writes a field that is encoded whole, its value from so many bytes on. */
  void ready(byte[] field, int valueStart) {
    int from = json.length();
    int first = isFirst() ? 1 : 0;
    json.raw(field, first, field.length);
    if (marks != null) {
      marks.add(from, from + valueStart - first, json.length(), false);
    }
  }

  /** Begins a field of a foreign name. */
  void begin(String key) {
    start = json.length();
    if (!isFirst()) {
      json.raw(',');
    }
    json.text(key, longest);
    json.raw(':');
    value = json.length();
  }

  private boolean isFirst() {
    return json.length() == 1;
  }

  /** Ends a field; without a value it has never been there. */
  void endField(boolean mayBeLeftOut) {
    if (json.length() == value) {
      json.truncate(start);
    } else if (marks != null) {
      marks.add(start, value, json.length(), mayBeLeftOut);
    }
  }

  @Override
  public void text(@Nullable String text) {
    if (text == null) {
      return;
    }
    cut |= json.text(Cuts.harmless(text, longest, redactor), longest) || text.length() > longest;
  }

  @Override
  public void name(String name) {
    int place = name.hashCode() & (KNOWN_NAMES - 1);
    if (name.equals(names[place])) {
      byte[] encoded = encodedNames[place];
      json.raw(encoded, 0, encoded.length);
      return;
    }
    int from = json.length();
    text(name);
    if (json.length() - from <= LONGEST_KNOWN) {
      names[place] = name;
      encodedNames[place] = json.copy(from, json.length());
    }
  }

  @Override
  public void number(long number) {
    json.number(number);
  }

  /** Writes any value, in the way that it is shown. */
  void any(Object shown) {
    if (shown instanceof Long || shown instanceof Integer) {
      json.number(((Number) shown).longValue());
    } else if (isBare(shown)) {
      json.raw(shown.toString());
    } else {
      text(shown.toString());
    }
  }

  private static boolean isBare(Object value) {
    return value instanceof Boolean
        || value instanceof Short
        || value instanceof Byte
        || (value instanceof Double number && Double.isFinite(number))
        || (value instanceof Float number && Float.isFinite(number));
  }

  void timestamp(Timestamps form, Instant moment) {
    json.raw('"');
    form.write(moment, json);
    json.raw('"');
  }

  void stackTrace(Throwable thrown) {
    json.raw('"');
    trace.begin(json);
    cut |= !traces.print(thrown);
    json.raw('"');
  }

  /** Counts a field that does not come into the line. */
  void drop() {
    cut = true;
    if (marks != null) {
      marks.drop();
    }
  }

  /** Writes the context's fields as they were written before, if it is still the same one. */
  @SuppressWarnings("ReferenceEquality") // contexts do not change, and looking into them costs time
  boolean knows(Context context) {
    if (context != knownContext || marks != null) {
      return false;
    }
    int from = isFirst() && encodedContext.length > 0 ? 1 : 0;
    json.raw(encodedContext, from, encodedContext.length);
    return true;
  }

  /** Remembers what was written since as the context's fields. */
  void remember(Context context, int from) {
    if (marks == null && from > 1) { // with a comma before the first
      knownContext = context;
      encodedContext = json.copy(from, json.length());
    }
  }
}
