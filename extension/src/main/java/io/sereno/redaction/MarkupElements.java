package io.sereno.redaction;

import java.util.List;

/**
 * Elements of XML whose names are secret, {@code <password>…</password>}, escaped or not, or have
 * the name of a secret: {@code <param name="password">…</param>}.
 */
final class MarkupElements implements Detector {

  private static final String CDATA = "<![CDATA[";
  private static final String CDATA_END = "]]>";
  private static final String LT = "&lt;";
  private static final String GT = "&gt;";

  private static final int LONGEST_NAME = 128;

  private final SensitiveNames names;

  MarkupElements(SensitiveNames names) {
    this.names = names;
  }

  @Override
  public String kind() {
    return "content of a secret element";
  }

  @Override
  public List<String> triggers() {
    return List.of("<", "&l");
  }

  @Override
  public long find(CharSequence text, int at, int from, boolean truncated) {
    boolean escaped = text.charAt(at) == '&';
    boolean generic = !escaped && Chars.isAlphanumeric(Chars.at(text, at - 1));
    if (generic || (escaped && !Chars.startsWith(text, at, LT))) {
      return Span.NONE;
    }
    int nameStart = escaped ? at + LT.length() : at + 1;
    int nameEnd = nameEnd(text, nameStart);
    int value = contentStart(text, nameEnd, escaped);
    boolean secret =
        value > 0
            && (isSecret(text, afterPrefix(text, nameStart, nameEnd), nameEnd)
                || hasSecretName(text, nameEnd, value));
    return secret ? content(text, value) : Span.NONE;
  }

  private boolean isSecret(CharSequence text, int start, int end) {
    return names.of(text, start, end) != SensitiveNames.Sensitivity.NONE;
  }

  /** Whether an attribute says so: {@code <param name="password">}. */
  private boolean hasSecretName(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '=' && PairedMembers.isNameBefore(text, i + 1, start)) {
        int name = Quotes.contentStart(text, i + 1);
        return name > 0 && isSecret(text, name, Names.end(text, name));
      }
    }
    return false;
  }

  private static int nameEnd(CharSequence text, int start) {
    int last = Math.min(text.length(), start + LONGEST_NAME);
    int i = start;
    while (i < last && (Alphabet.DOTTED.has(text.charAt(i)) || text.charAt(i) == ':')) {
      i++;
    }
    return i;
  }

  private static int afterPrefix(CharSequence text, int start, int end) {
    int i = end;
    while (i > start && text.charAt(i - 1) != ':') {
      i--;
    }
    return i;
  }

  /** After the start tag and its attributes; -1 if there is none. */
  private static int contentStart(CharSequence text, int nameEnd, boolean escaped) {
    if (escaped) {
      return Chars.startsWith(text, nameEnd, GT) ? nameEnd + GT.length() : -1;
    }
    char next = Chars.at(text, nameEnd);
    if (next != '>' && !Chars.isWhitespace(next)) {
      return -1;
    }
    int i = nameEnd;
    while (i < text.length() && text.charAt(i) != '>' && text.charAt(i) != '<') {
      i++;
    }
    boolean opens = Chars.at(text, i) == '>' && text.charAt(i - 1) != '/';
    return opens ? i + 1 : -1;
  }

  private static long content(CharSequence text, int value) {
    int start = Chars.skipWhitespace(text, value);
    if (Chars.startsWith(text, start, CDATA)) {
      int end = Chars.indexOf(text, CDATA_END, start);
      return span(text, start + CDATA.length(), end < 0 ? text.length() : end);
    }
    int end = value;
    while (end < text.length()
        && text.charAt(end) != '<'
        && !(text.charAt(end) == '&' && Chars.startsWith(text, end, LT))) {
      end++;
    }
    boolean closed = Chars.startsWith(text, end, "</") || Chars.startsWith(text, end, LT + '/');
    boolean cut = end == text.length() && start == value && Chars.at(text, value) != '/';
    return start < end && (closed || cut) ? span(text, start, end) : Span.NONE;
  }

  private static long span(CharSequence text, int start, int end) {
    return Values.isHarmless(text, start, end) ? Span.NONE : Span.of(start, end);
  }
}
