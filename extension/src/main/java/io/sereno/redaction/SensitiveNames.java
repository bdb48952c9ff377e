package io.sereno.redaction;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells by its name whether a value is a secret: {@code userPassword}, {@code X-Api-Key}, {@code
 * iban}; but not {@code businessName}, though "ssn" stands in it, nor {@code secretary}, nor what
 * is said about a secret, as in {@code tokenType}.
 *
 * <p>It remembers so many names that it has met, and finds them again without allocating. Threads:
 * any.
 */
final class SensitiveNames {

  /** What is done with the value of a name. */
  enum Sensitivity {
    NONE,
    MASKED,
    /** Masked but for its last four characters. */
    LAST4
  }

  /** Names are met again and again, but a caller may also make them up: a power of two. */
  private static final int REMEMBERED = 4_096;

  private static final int LONGEST_REMEMBERED = 128;

  /** Nobody gives such names: what they stand for is not worth reading them. */
  private static final int LONGEST = 1_000;

  private final List<String> parts;
  private final Set<String> words;
  private final List<String> more;
  private final List<String> last4;
  private final Set<String> not;
  private final AtomicReferenceArray<@Nullable Known> known =
      new AtomicReferenceArray<>(REMEMBERED);

  SensitiveNames(RedactionSettings settings) {
    this.not =
        settings.notNames().stream()
            .map(SensitiveNames::joined)
            .collect(Collectors.toUnmodifiableSet());
    this.last4 = joined(settings.keepLast4());
    this.more = joined(settings.names());
    this.parts = without(SecretWords.PARTS);
    this.words =
        without(SecretWords.WORDS).stream()
            .flatMap(SensitiveNames::withPlural)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> joined(List<String> names) {
    return names.stream().map(SensitiveNames::joined).filter(name -> !name.isEmpty()).toList();
  }

  private static String joined(String name) {
    return NameWords.of(name).replace("_", "");
  }

  private List<String> without(List<String> builtIn) {
    return builtIn.stream().filter(name -> !not.contains(name.replace("_", ""))).toList();
  }

  boolean contains(String name) {
    return of(name) != Sensitivity.NONE;
  }

  Sensitivity of(String name) {
    return name.length() > LONGEST ? Sensitivity.MASKED : of(name, 0, name.length());
  }

  /** The same for a name within a text. */
  Sensitivity of(CharSequence text, int start, int end) {
    int slot = slot(text, start, end);
    Known here = known.get(slot);
    if (here != null && here.is(text, start, end)) {
      return here.sensitivity;
    }
    String name = text.subSequence(start, end).toString();
    Sensitivity sensitivity = decide(name);
    if (name.length() <= LONGEST_REMEMBERED) {
      known.set(slot, new Known(name, sensitivity));
    }
    return sensitivity;
  }

  private static int slot(CharSequence text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return (hash ^ hash >>> 15) & (REMEMBERED - 1);
  }

  private Sensitivity decide(String whole) {
    String name =
        NameWords.member(Names.hasMark(whole) ? Normalizer.normalize(whole, Form.NFC) : whole);
    String words = NameWords.of(name);
    String together = words.replace("_", "");
    if (not.contains(together)) {
      return Sensitivity.NONE;
    }
    if (containsOneOf(together, last4)) {
      return Sensitivity.LAST4;
    }
    boolean secret = containsOneOf(together, more) || isBuiltIn(name, words, together);
    return secret ? Sensitivity.MASKED : Sensitivity.NONE;
  }

  private boolean isBuiltIn(String name, String words, String together) {
    String last = words.substring(words.lastIndexOf('_') + 1);
    boolean about =
        SecretWords.ABOUT.contains(last)
            || (SecretWords.TYPES.contains(last) && NameWords.isType(name));
    return !about
        && (containsOneOf(together, parts) || hasWord(words) || hasEnding(withoutNumber(last)));
  }

  private boolean hasEnding(String word) {
    for (String ending : SecretWords.ENDINGS) {
      if (word.endsWith(ending) && !not.contains(ending)) {
        return true;
      }
    }
    return false;
  }

  private static boolean containsOneOf(String name, List<String> parts) {
    for (String part : parts) {
      if (name.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the words is that of a secret, or two in a row are. */
  private boolean hasWord(String name) {
    int start = 0;
    while (start <= name.length()) {
      int end = wordEnd(name, start);
      boolean one = isWord(name.substring(start, end));
      if (one || isWord(name.substring(start, wordEnd(name, end + 1)))) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  private boolean isWord(String word) {
    return words.contains(word) || words.contains(withoutNumber(word));
  }

  /** {@code token} of {@code token2}. */
  private static String withoutNumber(String word) {
    int end = word.length();
    while (end > 0 && Chars.isDigit(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(0, end);
  }

  private static int wordEnd(String name, int start) {
    int end = name.indexOf('_', start);
    return end < 0 ? name.length() : end;
  }

  /** But for sessions: many of them are a number, not a secret. */
  private static Stream<String> withPlural(String word) {
    return word.equals("session") ? Stream.of(word) : Stream.of(word, word + 's');
  }

  private record Known(String name, Sensitivity sensitivity) {

    boolean is(CharSequence text, int start, int end) {
      if (name.length() != end - start) {
        return false;
      }
      for (int i = 0; i < name.length(); i++) {
        if (name.charAt(i) != text.charAt(start + i)) {
          return false;
        }
      }
      return true;
    }
  }
}
