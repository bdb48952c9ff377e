package io.sereno.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Tells by its name whether a value is a secret: {@code userPassword}, {@code X-Api-Key}, {@code
 * iban}.
 */
final class SensitiveNames {

  private static final List<String> BUILT_IN =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "pwd",
          "secret",
          "token",
          "apikey",
          "accesskey",
          "privatekey",
          "credential",
          "authorization",
          "cookie",
          "sessionid",
          "jsessionid",
          "iban",
          "taxid",
          "creditcard",
          "cardnumber",
          "cvv",
          "cvc",
          "ssn",
          "socialsecurity");

  /** Names are met again and again, but a caller may also make them up: remember that many. */
  private static final int REMEMBERED = 10_000;

  private final List<String> parts;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  SensitiveNames(List<String> more) {
    parts =
        Stream.concat(BUILT_IN.stream(), more.stream().map(SensitiveNames::plain))
            .filter(part -> !part.isEmpty())
            .toList();
  }

  boolean contains(String name) {
    Boolean remembered = known.get(name);
    if (remembered != null) {
      return remembered;
    }
    String plain = plain(name);
    boolean sensitive = parts.stream().anyMatch(plain::contains);
    if (known.size() < REMEMBERED) {
      known.put(name, sensitive);
    }
    return sensitive;
  }

  private static String plain(String name) {
    return name.replaceAll("[-_. ]", "").toLowerCase(Locale.ROOT);
  }
}
