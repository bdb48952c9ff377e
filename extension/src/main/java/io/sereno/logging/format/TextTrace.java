package io.sereno.logging.format;

import io.sereno.redaction.Redactor;

/** A stack trace as text for people, on lines of its own. */
final class TextTrace implements TraceOut {

  private final Redactor redactor;
  private final StringBuilder text = new StringBuilder(1_024);
  private int beyondAscii;

  TextTrace(Redactor redactor) {
    this.redactor = redactor;
  }

  @Override
  public void words(String ascii) {
    text.append(ascii);
  }

  @Override
  public void said(String said, int longest) {
    foreign(Cuts.harmless(said, longest, redactor));
  }

  @Override
  public void name(String name) {
    foreign(name);
  }

  @Override
  public void frame(StackTraceElement frame) {
    text.append("\tat ");
    foreign(frame.toString());
    text.append('\n');
  }

  private void foreign(String foreign) {
    String readable = Characters.readable(foreign);
    for (int i = 0; i < readable.length(); i++) {
      beyondAscii += Cuts.bytes(readable.charAt(i)) - 1;
    }
    text.append(readable);
  }

  @Override
  public int length() {
    return text.length() + beyondAscii;
  }

  @Override
  public void cut(int length) {
    String cut = Cuts.cut(text.toString(), length);
    text.setLength(0);
    text.append(cut);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
