package io.sereno.redaction;

import java.util.Locale;

/** The words and parts that a name is made of, in any of the ways programs write them. */
final class NameWords {

  private NameWords() {}

  /** {@code accessToken}, {@code ACCESS-TOKEN} and {@code access.token} as {@code access_token}. */
  static String of(String name) {
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

  /** {@code refresh} of {@code com.acme.TokenService.refresh}: what stands behind a class. */
  static String member(String name) {
    int dot = name.lastIndexOf('.');
    while (dot > 0) {
      int start = name.lastIndexOf('.', dot - 1) + 1;
      if (isService(outer(name.substring(start, dot)))) {
        return name.substring(dot + 1);
      }
      dot = start - 1;
    }
    return name;
  }

  /** Without what is nested in it, or what generated it. */
  private static String outer(String type) {
    int nested = type.indexOf('$');
    return nested > 0 ? type.substring(0, nested) : type;
  }

  private static boolean isService(String part) {
    String words = of(part);
    String last = words.substring(words.lastIndexOf('_') + 1);
    return isType(part) && SecretWords.TYPES.contains(last) && !SecretWords.HOLDERS.contains(last);
  }

  /** Whether its last part is a class by its capital. */
  static boolean isType(String name) {
    int last = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1;
    return last < name.length()
        && Character.isUpperCase(name.charAt(last))
        && !name.equals(name.toUpperCase(Locale.ROOT));
  }
}
