package io.sereno.redaction;

import java.util.Arrays;
import java.util.stream.Stream;

/** The names of authentication schemes (RFC 7235), and where credentials end behind them. */
final class Schemes {

  /** With one token; all in lower case. */
  private static final String[] WITH_TOKEN = {
    "bearer", "basic", "negotiate", "ntlm", "dpop", "sharedkey", "sharedkeylite"
  };

  /** What else stands in front of a token, where it is known that there is one. */
  private static final String[] WORDS = {"token", "apikey", "api-key", "key", "jwt"};

  /** With parameters: the name, and those that may come first. */
  private static final String[][] WITH_PARAMETERS = {
    {"digest", "username", "username*", "realm", "nonce", "uri", "response", "algorithm", "cnonce"},
    {"aws4-hmac-sha256", "credential", "signedheaders", "signature"},
    {"hawk", "id", "ts", "nonce", "mac", "hash", "ext", "app", "dlg"},
    {
      "oauth",
      "realm",
      "oauth_consumer_key",
      "oauth_token",
      "oauth_nonce",
      "oauth_signature",
      "oauth_signature_method",
      "oauth_timestamp",
      "oauth_version",
      "oauth_callback",
      "oauth_verifier",
      "oauth_body_hash"
    },
    {"signature", "keyid", "signature"},
    {"vapid", "t", "k"},
    {"scram-sha-256", "realm", "sid", "data"},
    {"mac", "id", "kid", "ts", "nonce", "mac", "ext", "bodyhash", "seq-nr", "access_token"}
  };

  private static final int LONGEST_NAME = 16;

  private Schemes() {}

  /** The names of all. */
  static Stream<String> names() {
    return Stream.concat(
        Stream.of(WITH_TOKEN), Arrays.stream(WITH_PARAMETERS).map(scheme -> scheme[0]));
  }

  /** Where the token of the scheme begins whose name stands at {@code at}; -1 without one. */
  static int token(CharSequence text, int at) {
    return afterBlanks(text, nameEnd(text, at, WITH_TOKEN));
  }

  static int tokenEnd(CharSequence text, int start) {
    Alphabet alphabet = text.charAt(start - 1) == '+' ? Alphabet.FORM_TOKEN : Alphabet.TOKEN68;
    int end = alphabet.end(text, start);
    return Chars.at(text, end) == ':' ? alphabet.end(text, end + 1) : end;
  }

  /** Where the parameters of the scheme begin whose name stands there; -1 without them. */
  static int parameters(CharSequence text, int at) {
    int end = wordEnd(text, at);
    for (String[] scheme : WITH_PARAMETERS) {
      if (Chars.equalsIgnoringCase(text, at, end, scheme[0])) {
        int start = afterBlanks(text, end);
        return start > 0 && beginsWithParameter(text, start, scheme) ? start : -1;
      }
    }
    return -1;
  }

  /**
   * The end of the credentials that begin with a scheme's name at {@code at}, or are one word; -1
   * where they are those of a scheme that is not known.
   */
  static int end(CharSequence text, int at) {
    int token = afterBlanks(text, schemeOrWord(text, at));
    if (token > 0) {
      return Math.max(tokenEnd(text, token), Values.bareEnd(text, token));
    }
    int parameters = parameters(text, at);
    if (parameters > 0) {
      return Math.max(SchemeParameters.end(text, parameters), Values.bareEnd(text, parameters));
    }
    int word = Values.bareEnd(text, at);
    return Chars.isBlank(Chars.at(text, word)) ? -1 : word;
  }

  /** Whether a bare value is but the name of a scheme, whose credentials follow. */
  static boolean isScheme(CharSequence text, int start, int end) {
    return schemeOrWord(text, start) == end || parameters(text, start) > 0;
  }

  private static boolean beginsWithParameter(CharSequence text, int start, String[] scheme) {
    for (int i = 1; i < scheme.length; i++) {
      String name = scheme[i];
      if (Chars.startsWithIgnoringCase(text, start, name)
          && Chars.at(text, Chars.skipBlanks(text, start + name.length())) == '=') {
        return true;
      }
    }
    return false;
  }

  private static int schemeOrWord(CharSequence text, int at) {
    int end = nameEnd(text, at, WITH_TOKEN);
    return end > 0 ? end : nameEnd(text, at, WORDS);
  }

  /** The end of the word that begins there, if it is one of those names; else -1. */
  private static int nameEnd(CharSequence text, int at, String[] schemes) {
    int end = wordEnd(text, at);
    return Values.isOneOf(schemes, text, at, end) ? end : -1;
  }

  private static int wordEnd(CharSequence text, int at) {
    return Alphabet.WORD.end(text, at, Math.min(text.length(), at + LONGEST_NAME + 1));
  }

  private static int afterBlanks(CharSequence text, int name) {
    if (name < 0) {
      return -1;
    }
    if (Chars.startsWith(text, name, "%20")) {
      return name + 3;
    }
    int start = Chars.at(text, name) == '+' ? name + 1 : Chars.skipBlanks(text, name);
    return start > name && start < text.length() ? start : -1;
  }
}
