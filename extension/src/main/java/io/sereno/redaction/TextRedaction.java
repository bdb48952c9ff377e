package io.sereno.redaction;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the secrets in a text in one pass: words are skipped but for their beginning, and detectors
 * are asked only where one of their triggers stands. Threads: any.
 */
final class TextRedaction {

  private static final int ASCII = 128;

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
                new KeyBlocks(),
                new Urls(),
                new WebTokens(),
                new Credentials(),
                new TokenShapes(),
                new InnerTokens(),
                new CardNumbers(),
                new Ibans()));
    if (emails) {
      detectors.add(new Emails());
    }
    return detectors;
  }

  static TextRedaction none() {
    return new TextRedaction(List.of());
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
    int i = from;
    while (i < length) {
      char c = text.charAt(i);
      Detector[] here = c < ASCII ? triggers.at(text, i, c) : null;
      if (here != null) {
        long span = ask(here, text, i, from, truncated);
        if (span != Span.NONE) {
          return span;
        }
      }
      i = Chars.isAlphanumeric(c) ? wordEnd(text, i + 1) : afterDelimiter(text, i, c);
    }
    return Span.NONE;
  }

  private static int wordEnd(CharSequence text, int from) {
    int length = text.length();
    int i = from;
    while (i < length && Chars.isAlphanumeric(text.charAt(i))) {
      i++;
    }
    return i;
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

  /** Where a word may begin: what was encoded or escaped is not part of it. */
  private static int afterDelimiter(CharSequence text, int at, char delimiter) {
    return switch (delimiter) {
      case '\\' ->
          switch (Chars.at(text, at + 1)) {
            case 'n', 'r', 't', 'b', 'f' -> at + 2;
            case 'u' -> isHex(text, at + 2) && isHex(text, at + 4) ? at + 6 : at + 1;
            default -> at + 1;
          };
      case '%' -> isHex(text, at + 1) ? at + 3 : at + 1;
      default -> at + 1;
    };
  }

  private static boolean isHex(CharSequence text, int at) {
    return Alphabet.HEX.has(Chars.at(text, at)) && Alphabet.HEX.has(Chars.at(text, at + 1));
  }

  /** What kind of secret a find is. */
  String kind(CharSequence text, int from, long span) {
    for (int i = from; i < Span.end(span); i++) {
      char c = text.charAt(i);
      Detector[] here = c < ASCII ? triggers.at(text, i, c) : null;
      if (here != null) {
        for (Detector detector : here) {
          if (detector.find(text, i, from, false) == span) {
            return detector.kind();
          }
        }
      }
    }
    return "secret";
  }
}
