package io.sereno.redaction;

import java.util.List;
import java.util.Set;

/**
 * The names of secrets that are known to everybody: those that error trackers mask (Sentry,
 * Rollbar, Bugsnag, Airbrake) and Django's cleansed settings, and those of money and persons.
 */
final class SecretWords {

  /** Secret wherever they stand, without separators. */
  static final List<String> PARTS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "passcode",
          "contraseña",
          "contrasena",
          "passwort",
          "kennwort",
          "motdepasse",
          "wachtwoord",
          "apikey",
          "accesskey",
          "privatekey",
          "secretkey",
          "signingkey",
          "encryptionkey",
          "masterkey",
          "sharedkey",
          "accountkey",
          "applicationkey",
          "consumerkey",
          "licensekey",
          "storagekey",
          "clientsecret",
          "consumersecret",
          "sharedsecret",
          "accesstoken",
          "refreshtoken",
          "authtoken",
          "authkey",
          "stripetoken",
          "githubtoken",
          "credential",
          "authorization",
          "connectionstring",
          "creditcard",
          "cardnumber",
          "securitycode",
          "bankaccount",
          "socialsecurity",
          "sessionid",
          "sessionkey",
          "sessid",
          "csrf",
          "xsrf",
          "amzsignature",
          "googsignature");

  /** Secret as words of their own, and in the plural. */
  static final List<String> WORDS =
      List.of(
          "pwd",
          "pass",
          "storepass",
          "keypass",
          "newpass",
          "oldpass",
          "rootpass",
          "adminpass",
          "mypass",
          "pw",
          "psw",
          "senha",
          "secret",
          "token",
          "jwt",
          "bearer",
          "auth",
          "cookie",
          "session",
          "session_id",
          "sessionid",
          "jsessionid",
          "connect_sid",
          "sig",
          "hmac",
          "otp",
          "totp",
          "mnemonic",
          "seed_phrase",
          "iban",
          "tax_id",
          "taxid",
          "tax_number",
          "tin",
          "vat_id",
          "nif",
          "nie",
          "dni",
          "ssn",
          "passport",
          "passport_number",
          "pin",
          "pin_code",
          "pan",
          "cvv",
          "cvv2",
          "cvc",
          "cvc2",
          "card",
          "card_no",
          "account_number",
          "routing_number");

  /** Secret at the end of a word, where no English one ends so: {@code idtoken}, {@code dbpwd}. */
  static final List<String> ENDINGS = List.of("token", "pwd", "userpass", "dbpass");

  /** What is said about a secret is none: {@code tokenType}, {@code passwordExpiresAt}. */
  static final Set<String> ABOUT =
      Set.of(
          "type",
          "count",
          "counts",
          "counter",
          "total",
          "length",
          "size",
          "limit",
          "ttl",
          "timeout",
          "lifetime",
          "duration",
          "seconds",
          "millis",
          "ms",
          "age",
          "at",
          "date",
          "time",
          "expires",
          "expiry",
          "expiration",
          "expired",
          "created",
          "updated",
          "changed",
          "rotated",
          "started",
          "ended",
          "enabled",
          "disabled",
          "required",
          "valid",
          "invalid",
          "validity",
          "policy",
          "strength",
          "attempts",
          "failures",
          "status",
          "format",
          "algorithm",
          "alg",
          "encoding",
          "issuer",
          "scheme",
          "method",
          "scope",
          "url",
          "uri",
          "path",
          "file",
          "endpoint",
          "domain",
          "provider",
          "brand",
          "network",
          "country",
          "exception",
          "error",
          "errors",
          "failure");

  /** What classes are called that have to do with secrets: {@code TokenService}. */
  static final Set<String> TYPES =
      Set.of(
          "service",
          "controller",
          "resource",
          "repository",
          "filter",
          "handler",
          "manager",
          "factory",
          "validator",
          "validation",
          "interceptor",
          "listener",
          "config",
          "configuration",
          "encoder",
          "generator",
          "parser",
          "util",
          "utils",
          "impl",
          "mode");

  /** The extensions of source files, whose lines have numbers. */
  private static final List<String> FILES =
      List.of(
          "java",
          "kt",
          "scala",
          "groovy",
          "js",
          "ts",
          "py",
          "go",
          "rb",
          "php",
          "xhtml",
          "html",
          "jsp",
          "css",
          "xml",
          "json",
          "yaml",
          "yml",
          "properties",
          "md",
          "txt");

  private SecretWords() {}

  /** Whether a name is a file's, behind which a line's number may stand: {@code Token.java:42}. */
  static boolean isFile(CharSequence text, int start, int end) {
    for (String extension : FILES) {
      int dot = end - extension.length() - 1;
      if (dot > start && text.charAt(dot) == '.' && Chars.startsWith(text, dot + 1, extension)) {
        return true;
      }
    }
    return false;
  }
}
