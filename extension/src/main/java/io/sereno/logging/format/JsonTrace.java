package io.sereno.logging.format;

import io.sereno.redaction.Redactor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A stack trace inside a text of JSON. Frames come again and again, and are encoded once, as many
 * as are worth remembering. One thread, but for the frames that are known.
 */
final class JsonTrace implements TraceOut {

  private static final int MOST_KNOWN = 8_192;

  private final Redactor redactor;
  private final Map<StackTraceElement, byte[]> known;
  private JsonBytes json = new JsonBytes(0);
  private int start;

  JsonTrace(Redactor redactor, Map<StackTraceElement, byte[]> known) {
    this.redactor = redactor;
    this.known = known;
  }

  /** Begins a trace. */
  void begin(JsonBytes bytes) {
    json = bytes;
    start = bytes.length();
  }

  /** Frames to be known by all traces of one formatter. */
  static Map<StackTraceElement, byte[]> noFrames() {
    return new ConcurrentHashMap<>();
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
    int from = json.length();
    int found = json.characters(Characters.readable(text), longest);
    if ((found & JsonBytes.SUSPICIOUS) != 0) {
      String harmless = redactor.beginning(text, longest);
      if (!harmless.equals(text)) {
        json.truncate(from);
        json.characters(Characters.readable(harmless), longest);
      }
    }
  }

  @Override
  public void name(String name) {
    json.characters(Characters.readable(name), Integer.MAX_VALUE);
  }

  @Override
  public void frame(StackTraceElement frame) {
    byte[] encoded = known.get(frame);
    if (encoded == null) {
      int from = json.length();
      words("\tat ");
      json.characters(Characters.readable(frame.toString()), Integer.MAX_VALUE);
      words("\n");
      if (known.size() < MOST_KNOWN) {
        known.put(frame, json.copy(from, json.length()));
      }
      return;
    }
    json.raw(encoded, 0, encoded.length);
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
