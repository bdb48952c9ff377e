package io.sereno.redaction;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the secrets in a text in one pass: detectors are asked only where one of their triggers
 * stands, in words at their beginning. Threads: any.
 */
final class TextRedaction {

  private static final int AT_BEGINNING = Triggers.AT_WORD | Triggers.ANYWHERE;

  private final Triggers triggers;

  TextRedaction(List<Detector> detectors) {
    this.triggers = new Triggers(detectors);
  }

  /** All there is, the wider find first where two begin at one place. */
  static TextRedaction of(SensitiveNames names, boolean emails) {
    return new TextRedaction(detectors(names, emails));
  }

  static List<Detector> detectors(SensitiveNames names, boolean emails) {
    List<Detector> detectors =
        new ArrayList<>(
            List.of(
                new NamedValues(names),
                new MarkupElements(names),
                new CommandLineOptions(names),
                new SpokenPasswords(),
                new KeyBlocks(),
                new Urls(),
                new WebTokens(),
                new Credentials(),
                new TokenShapes(),
                new InnerTokens(),
                new CardNumbers(),
                new GroupedCardNumbers(),
                new Ibans()));
    if (emails) {
      detectors.add(new Emails());
    }
    return detectors;
  }

  /** The text with every secret masked; the same instance if there is none. */
  String mask(String text, boolean truncated) {
    long span = next(text, 0, truncated);
    if (span == Span.NONE) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text.length());
    int copied = 0;
    while (span != Span.NONE) {
      masked.append(text, copied, Span.start(span));
      Redactor.mask(text, span, masked);
      copied = Span.end(span);
      span = next(text, copied, truncated);
    }
    return masked.append(text, copied, text.length()).toString();
  }

  /** The first secret at or after {@code from}. */
  long next(CharSequence text, int from, boolean truncated) {
    int length = text.length();
    int looked = AT_BEGINNING;
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      int kind = triggers.kind(c);
      if ((kind & looked) != 0) {
        long span = ask(triggers.at(text, i, c), text, i, from, truncated);
        if (span != Span.NONE) {
          return span;
        }
        i = lastOf(text, i, c);
      }
      looked = (kind & Triggers.WORD) == 0 ? AT_BEGINNING : Triggers.ANYWHERE;
    }
    return Span.NONE;
  }

  /** Whether there is no secret in a short text, whose characters are known afterwards. */
  boolean isHarmless(String text, ShortText read) {
    read.read(text);
    char[] chars = read.chars();
    int length = read.length();
    int looked = AT_BEGINNING;
    int all = 0;
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      int kind = triggers.kind(c);
      all |= kind;
      if ((kind & looked) != 0) {
        Detector[] here = triggers.at(c, chars[i + 1], chars[i + 2]);
        if (here.length > 0 && ask(here, text, i, 0, false) != Span.NONE) {
          return false;
        }
        i = lastOf(text, i, c);
      }
      looked = (kind & Triggers.WORD) == 0 ? AT_BEGINNING : Triggers.ANYWHERE;
    }
    read.found((all & Triggers.SPECIAL) == 0);
    return true;
  }

  private static long ask(Detector[] here, CharSequence text, int at, int from, boolean truncated) {
    for (Detector detector : here) {
      long span = detector.find(text, at, from, truncated);
      if (span != Span.NONE) {
        return span;
      }
    }
    return Span.NONE;
  }

  /** The last character of what was encoded or escaped, which is not part of the next word. */
  private static int lastOf(CharSequence text, int at, char first) {
    return switch (first) {
      case '\\' ->
          switch (Chars.at(text, at + 1)) {
            case 'n', 'r', 't', 'b', 'f' -> at + 1;
            case 'u' -> isHex(text, at + 2) && isHex(text, at + 4) ? at + 5 : at;
            default -> at;
          };
      case '%' -> isHex(text, at + 1) ? at + 2 : at;
      default -> at;
    };
  }

  private static boolean isHex(CharSequence text, int at) {
    return Alphabet.HEX.has(Chars.at(text, at)) && Alphabet.HEX.has(Chars.at(text, at + 1));
  }

  /** What kind of secret a find is. */
  String kind(CharSequence text, int from, long span) {
    for (int i = from; i < Span.end(span); i++) {
      char c = text.charAt(i);
      if ((triggers.kind(c) & AT_BEGINNING) != 0) {
        for (Detector detector : triggers.at(text, i, c)) {
          if (detector.find(text, i, from, false) == span) {
            return detector.kind();
          }
        }
      }
    }
    return "secret";
  }
}
