package io.sereno.redaction;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
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
    return words(name).replace("_", "");
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
    String name = member(Names.hasMark(whole) ? Normalizer.normalize(whole, Form.NFC) : whole);
    String words = words(name);
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

  /** {@code refresh} of {@code com.acme.TokenService.refresh}: what stands behind a class. */
  private static String member(String name) {
    int dot = name.lastIndexOf('.');
    while (dot > 0) {
      int start = name.lastIndexOf('.', dot - 1) + 1;
      if (isService(name.substring(start, dot))) {
        return name.substring(dot + 1);
      }
      dot = start - 1;
    }
    return name;
  }

  private static boolean isService(String part) {
    String words = words(part);
    String last = words.substring(words.lastIndexOf('_') + 1);
    return isType(part) && SecretWords.TYPES.contains(last) && !SecretWords.HOLDERS.contains(last);
  }

  private boolean isBuiltIn(String name, String words, String together) {
    String last = words.substring(words.lastIndexOf('_') + 1);
    boolean about =
        SecretWords.ABOUT.contains(last) || (SecretWords.TYPES.contains(last) && isType(name));
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

  /** Whether its last part is a class by its capital. */
  private static boolean isType(String name) {
    int last = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1;
    return last < name.length()
        && Character.isUpperCase(name.charAt(last))
        && !name.equals(name.toUpperCase(Locale.ROOT));
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

  /** {@code accessToken}, {@code ACCESS-TOKEN} and {@code access.token} as {@code access_token}. */
  private static String words(String name) {
    StringBuilder words = new StringBuilder(name.length() + 8);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      char before = i == 0 ? 0 : name.charAt(i - 1);
      boolean begins = Character.isUpperCase(c) && (isLowerOrDigit(before) || endsAcronym(name, i));
      boolean separates = !Character.isLetterOrDigit(c);
      boolean separated = words.isEmpty() || words.charAt(words.length() - 1) == '_';
      if ((begins || separates) && !separated) {
        words.append('_');
      }
      if (!separates) {
        words.append(c);
      }
    }
    int end = words.length();
    return words
        .substring(0, end > 0 && words.charAt(end - 1) == '_' ? end - 1 : end)
        .toLowerCase(Locale.ROOT);
  }

  /** {@code Token} after {@code API}, but not the last letter of {@code IBANs}. */
  private static boolean endsAcronym(String name, int at) {
    boolean isPlural = at + 2 == name.length() && name.charAt(at + 1) == 's';
    return at > 0
        && at + 1 < name.length()
        && Character.isUpperCase(name.charAt(at - 1))
        && Character.isLowerCase(name.charAt(at + 1))
        && !isPlural;
  }

  private static boolean isLowerOrDigit(char c) {
    return Character.isLowerCase(c) || Character.isDigit(c);
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
