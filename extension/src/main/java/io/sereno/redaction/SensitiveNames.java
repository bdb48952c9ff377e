package io.sereno.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Tells by its name whether a value is a secret: {@code userPassword}, {@code X-Api-Key}, {@code
 * iban}; but not {@code businessName}, though "ssn" stands in it, nor {@code secretary}.
 */
final class SensitiveNames {

  /** Secret wherever they stand. */
  private static final List<String> PARTS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "apikey",
          "accesskey",
          "privatekey",
          "credential",
          "authorization",
          "creditcard",
          "cardnumber",
          "socialsecurity");

  /** Secret as words of their own. */
  private static final List<String> WORDS =
      List.of(
          "pwd",
          "pass",
          "secret",
          "token",
          "cookie",
          "session_id",
          "sessionid",
          "jsessionid",
          "iban",
          "tax_id",
          "taxid",
          "nif",
          "dni",
          "ssn",
          "pin",
          "pan",
          "cvv",
          "cvc",
          "card_no",
          "account_number");

  /** Names are met again and again, but a caller may also make them up: remember that many. */
  private static final int REMEMBERED = 10_000;

  /** Nobody gives such names: what they stand for is not worth reading them. */
  private static final int LONGEST = 1_000;

  private final List<String> parts;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  SensitiveNames(List<String> more) {
    parts =
        Stream.concat(PARTS.stream(), more.stream().map(name -> words(name).replace("_", "")))
            .filter(part -> !part.isEmpty())
            .toList();
  }

  boolean contains(String name) {
    if (name.length() > LONGEST) {
      return true;
    }
    Boolean remembered = known.get(name);
    if (remembered != null) {
      return remembered;
    }
    boolean sensitive = isSecret(words(name));
    if (known.size() < REMEMBERED) {
      known.put(name, sensitive);
    }
    return sensitive;
  }

  private boolean isSecret(String words) {
    String together = words.replace("_", "");
    String apart = '_' + words + '_';
    return parts.stream().anyMatch(together::contains)
        || WORDS.stream()
            .anyMatch(
                word -> apart.contains('_' + word + '_') || apart.contains('_' + word + "s_"));
  }

  /** {@code accessToken}, {@code ACCESS-TOKEN} and {@code access.token} as {@code access_token}. */
  private static String words(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .replaceAll("[^\\p{L}\\p{N}]+", "_")
        .toLowerCase(Locale.ROOT);
  }
}
