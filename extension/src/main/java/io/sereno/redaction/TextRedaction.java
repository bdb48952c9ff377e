package io.sereno.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the secrets in a text in one pass: each character is looked at once, and detectors are
 * asked only where one of their triggers stands. Threads: any.
 */
final class TextRedaction {

  private static final int ASCII = 128;

  private final List<Detector> detectors;
  private final Detector[] @Nullable [] byTrigger = new Detector[ASCII][];

  TextRedaction(List<Detector> detectors) {
    this.detectors = List.copyOf(detectors);
    for (Detector detector : detectors) {
      detector.triggers().chars().forEach(trigger -> add(trigger, detector));
    }
  }

  /** All there is, the wider find first where two begin at one place. */
  static TextRedaction of(SensitiveNames names, boolean emails) {
    List<Detector> detectors =
        new ArrayList<>(
            List.of(
                new NamedValues(names),
                new MarkupElements(names),
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
    return new TextRedaction(detectors);
  }

  static TextRedaction none() {
    return new TextRedaction(List.of());
  }

  private void add(int trigger, Detector detector) {
    Detector[] here = byTrigger[trigger];
    Detector[] more = here == null ? new Detector[1] : Arrays.copyOf(here, here.length + 1);
    more[more.length - 1] = detector;
    byTrigger[trigger] = more;
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
    int wordStart = from;
    int length = text.length();
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      if (c >= ASCII) {
        wordStart = i + 1;
        continue;
      }
      if (Chars.isAlphanumeric(c)) {
        if (i != wordStart) {
          continue;
        }
      } else {
        wordStart = afterDelimiter(text, i, c);
      }
      Detector[] here = byTrigger[c];
      if (here != null) {
        long span = ask(here, text, i, from, truncated);
        if (span != Span.NONE) {
          return span;
        }
      }
    }
    return Span.NONE;
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
            case 'u' -> at + 6;
            default -> at + 1;
          };
      case '%' ->
          Alphabet.HEX.has(Chars.at(text, at + 1)) && Alphabet.HEX.has(Chars.at(text, at + 2))
              ? at + 3
              : at + 1;
      default -> at + 1;
    };
  }

  /** What kind of secret a find is. */
  String kind(CharSequence text, int from, long span) {
    for (Detector detector : detectors) {
      for (int i = from; i < Span.end(span); i++) {
        boolean asked = detector.triggers().indexOf(text.charAt(i)) >= 0;
        if (asked && detector.find(text, i, from, false) == span) {
          return detector.kind();
        }
      }
    }
    return "secret";
  }
}
