package io.sereno.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sereno.redaction.SensitiveNames.Sensitivity;
import java.net.URLDecoder;
import java.util.List;

/**
 * Values of names that are secret: {@code name=value}, {@code name: value}, {@code "name":"value"},
 * {@code name='value'}, in query strings with percent-encoding, in JSON inside of JSON and with its
 * escapes, in HTML with its own; and those whose name is a {@link PairedMembers value itself}.
 */
final class NamedValues implements Detector {

  private static final String[] SECOND_WORDS = {"key", "number", "id", "code", "no", "phrase"};

  private final SensitiveNames names;
  private final NamedValue value;
  private final PairedMembers pairs;

  NamedValues(SensitiveNames names) {
    this.names = names;
    this.value = new NamedValue(names);
    this.pairs = new PairedMembers(names);
  }

  @Override
  public String kind() {
    return "value of a secret name";
  }

  @Override
  public List<String> triggers() {
    return List.of("=", ":", "%3", "\\u");
  }

  @Override
  public long find(CharSequence text, int at, int from, boolean truncated) {
    int after = afterDelimiter(text, at);
    if (after < 0) {
      return Span.NONE;
    }
    int nameEnd = Names.endBefore(text, at, from);
    int nameStart = Names.start(text, nameEnd, from);
    if (!Names.hasLetter(text, nameStart, nameEnd)) {
      return Span.NONE; // a time, or a number
    }
    Sensitivity sensitivity = sensitivity(text, nameStart, nameEnd, from);
    if (sensitivity == Sensitivity.NONE && PairedMembers.isValue(text, nameStart, nameEnd)) {
      sensitivity = pairs.sensitivity(text, nameStart, after, from);
    }
    if (sensitivity == Sensitivity.NONE) {
      boolean part = PairedMembers.isName(text, nameStart, nameEnd);
      return part ? pairs.partValue(text, after) : Span.NONE;
    }
    long found = value.find(text, after, nameStart, nameEnd);
    return sensitivity == Sensitivity.LAST4 ? Span.keepingLast4(found) : found;
  }

  /** Where the value may begin, -1 if this is no delimiter of a name and a value. */
  private static int afterDelimiter(CharSequence text, int at) {
    char next = Chars.at(text, at + 1);
    return switch (text.charAt(at)) {
      case '=' -> next == '=' || next == '>' ? at + 2 : at + 1;
      case ':' ->
          next == ':' || Chars.startsWith(text, at, "://") ? -1 : at + (next == '=' ? 2 : 1);
      case Triggers.WIDE_COLON, Triggers.WIDE_EQUALS -> at + 1;
      case '%' -> isEncodedDelimiter(text, at) ? at + 3 : -1;
      default ->
          Chars.startsWithIgnoringCase(text, at, "\\u003d")
                  || Chars.startsWithIgnoringCase(text, at, "\\u003a")
              ? at + 6
              : -1;
    };
  }

  private static boolean isEncodedDelimiter(CharSequence text, int at) {
    return Chars.startsWithIgnoringCase(text, at, "%3d")
        || (Chars.startsWithIgnoringCase(text, at, "%3a")
            && !Chars.startsWithIgnoringCase(text, at + 3, "%2f"));
  }

  private Sensitivity sensitivity(CharSequence text, int start, int end, int from) {
    if (isEncoded(text, start, end)) {
      return ofLast(decoded(text.subSequence(start, end).toString()));
    }
    if (Chars.at(text, start - 1) == '\\' && Chars.at(text, start) == 'u') {
      int whole = Names.escapedStart(text, end, from);
      return names.of(Names.unescaped(text, whole, end));
    }
    Sensitivity one = names.of(text, start, end);
    boolean first =
        one != Sensitivity.NONE
            || start - 1 <= from
            || text.charAt(start - 1) != ' '
            || !Values.isOneOf(SECOND_WORDS, text, start, end);
    if (first) {
      return one;
    }
    int before = Names.start(text, start - 1, from);
    return before < start - 1 ? names.of(text, before, end) : one;
  }

  private static boolean isEncoded(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '%') {
        return true;
      }
    }
    return false;
  }

  /** The name at the end of a percent-encoded one, in which a whole query may stand. */
  private Sensitivity ofLast(String name) {
    int end = Names.endBefore(name, name.length(), 0);
    return names.of(name, Names.start(name, end, 0), end);
  }

  /** A name that is too long may begin within an escape. */
  private static String decoded(String name) {
    int escape = name.indexOf('%');
    String whole = escape > 2 ? name : name.substring(escape);
    try {
      return URLDecoder.decode(whole, UTF_8);
    } catch (IllegalArgumentException e) {
      return name; // not encoded: a name with a percent sign
    }
  }
}
