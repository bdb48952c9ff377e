package io.sereno.logging.format;

import io.sereno.redaction.Redactor;

/**
 * A stack trace inside a text of JSON. Frames come again and again, and are encoded once. One
 * thread.
 */
final class JsonTrace implements TraceOut {

  private static final JsonBytes NOWHERE = new JsonBytes(0);

  private final Redactor redactor;
  private final KnownFrames known;
  private JsonBytes json = NOWHERE;
  private int start;

  JsonTrace(Redactor redactor, KnownFrames known) {
    this.redactor = redactor;
    this.known = known;
  }

  /** Begins a trace. */
  void begin(JsonBytes bytes) {
    json = bytes;
    start = bytes.length();
  }

  /** Lets go of the bytes. */
  void forget() {
    json = NOWHERE;
  }

  @Override
  public void words(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      switch (ascii.charAt(i)) {
        case '\n' -> json.raw("\\n");
        case '\t' -> json.raw("\\t");
        default -> json.raw(ascii.charAt(i));
      }
    }
  }

  @Override
  public void said(String text, int longest) {
    json.characters(Characters.readable(Cuts.harmless(text, longest, redactor)), Integer.MAX_VALUE);
  }

  @Override
  public void name(String name) {
    json.characters(Characters.readable(name), Integer.MAX_VALUE);
  }

  @Override
  public void frame(StackTraceElement frame) {
    byte[] encoded = known.get(frame);
    if (encoded != null) {
      json.raw(encoded, 0, encoded.length);
      return;
    }
    int from = json.length();
    words("\tat ");
    json.characters(Characters.readable(frame.toString()), Integer.MAX_VALUE);
    words("\n");
    known.put(frame, json.copy(from, json.length()));
  }

  @Override
  public int length() {
    return json.length() - start;
  }

  @Override
  public void cut(int length) {
    json.cut(start, length);
  }
}
