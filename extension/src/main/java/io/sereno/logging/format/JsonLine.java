package io.sereno.logging.format;

import io.sereno.redaction.Redactor;
import io.sereno.redaction.ShortText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON after another, each at most so many bytes long, written field by field into the
 * same bytes.
 *
 * <p>A line that turns out to be too long is written again, and {@linkplain Marks measured}: the
 * longest texts in it are cut and end in {@value Cuts#MARK}; fields that may be left out are, when
 * that is not enough, and {@value Marks#DROPPED} says how many. One thread.
 */
final class JsonLine implements ValueWriter {

  private static final int CAPACITY = 4_096;

  private final int longest;
  private final int longestShort;
  private final ShortText read = new ShortText();
  private final Redactor redactor;
  private final OtherFields others;
  private final JsonTrace trace;
  private final StackTraces.Printer traces;
  private final LogEntry entry;
  private final JsonPart[] parts;

  private JsonBytes json = new JsonBytes(CAPACITY);
  private int start;
  private int value;
  private boolean cut;
  private @Nullable Marks marks;

  JsonLine(JsonPlan plan) {
    JsonSettings settings = plan.settings();
    this.longest = settings.longest();
    this.longestShort = Math.min(longest, ShortText.LONGEST);
    this.redactor = plan.around().redactor();
    this.entry = new LogEntry(plan.around().knowsContext());
    this.others = new OtherFields(this, settings, redactor, plan.taken());
    this.parts = plan.newParts();
    this.trace = new JsonTrace(redactor, plan.frames());
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

  /** Writes the line of the entry; it is written again, measured, if it is too long. */
  void write() {
    begin(false);
    writeParts();
    if (!end()) {
      begin(true);
      writeParts();
      end();
    }
  }

  private void writeParts() {
    for (JsonPart part : parts) {
      part.write(entry, this);
    }
  }

  /** Begins a line; each field is marked if it is measured. */
  void begin(boolean measured) {
    json.truncate(0);
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
    json.brace();
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
    json.raw(key, 0, key.length);
    value = json.length();
  }

  /** Begins a field of a foreign name. */
  void begin(String key) {
    start = json.length();
    json.raw(',');
    json.text(key, longest);
    json.raw(':');
    value = json.length();
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
    if (text.length() <= longestShort && redactor.isHarmless(text, read)) {
      json.text(text, read);
      return;
    }
    cut |= json.text(Cuts.harmless(text, longest, redactor), longest) || text.length() > longest;
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

  /** Writes a moment in a form that has the quotes. */
  void timestamp(Timestamps form, Instant moment) {
    form.write(moment, json);
  }

  void stackTrace(@Nullable Throwable thrown) {
    if (thrown == null) {
      return;
    }
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

  /** Writes fields as they were written before; false if they have to be measured. */
  boolean again(byte[] fields) {
    if (marks != null) {
      return false;
    }
    json.raw(fields, 0, fields.length);
    return true;
  }

  /** The fields that were written since, to be written again; null if they are not whole. */
  byte @Nullable [] since(int from) {
    return marks == null && !cut ? json.copy(from, json.length()) : null;
  }
}
