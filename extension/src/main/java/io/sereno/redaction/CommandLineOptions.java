package io.sereno.redaction;

import io.sereno.redaction.SensitiveNames.Sensitivity;
import java.util.List;

/**
 * Values of options whose names are secret: {@code --password hunter2}, and {@code [--password,
 * hunter2]} as Java prints a command, {@code ["--password","hunter2"]} as JSON has it. Short ones,
 * such as {@code -p}, mean something else to each program and are left.
 */
final class CommandLineOptions implements Detector {

  private final SensitiveNames names;

  CommandLineOptions(SensitiveNames names) {
    this.names = names;
  }

  @Override
  public String kind() {
    return "value of a secret option";
  }

  @Override
  public List<String> triggers() {
    return List.of("-");
  }

  @Override
  public long find(CharSequence text, int at, int from, boolean truncated) {
    int name = Chars.at(text, at + 1) == '-' ? at + 2 : at + 1;
    char before = Chars.at(text, at - 1);
    if (!Chars.isLetter(Chars.at(text, name)) || Chars.isAlphanumeric(before) || before == '-') {
      return Span.NONE;
    }
    int nameEnd = Names.end(text, name);
    int quoted = Quotes.contentStart(text, nameEnd);
    int wordEnd = quoted < 0 ? nameEnd : quoted;
    int separator = Chars.at(text, wordEnd) == ',' ? wordEnd + 1 : wordEnd; // in a list of words
    int value = Chars.skipBlanks(text, separator);
    boolean separated = value > separator || (quoted > 0 && separator > wordEnd);
    if (!separated || names.of(text, name, nameEnd) == Sensitivity.NONE) {
      return Span.NONE;
    }
    int content = Quotes.contentStart(text, value);
    if (content >= 0) {
      int end = Quotes.contentEnd(text, value);
      boolean harmless =
          Values.isHarmless(text, content, end) || Chars.startsWith(text, content, "--");
      return harmless ? Span.NONE : Span.of(content, end);
    }
    int end = Values.bareEnd(text, value);
    boolean harmless =
        Chars.at(text, value) == '-'
            || Values.isHarmless(text, value, end)
            || Values.isStatus(text, value, end)
            || Prose.is(text, value, end);
    return harmless ? Span.NONE : Span.of(value, end);
  }
}
