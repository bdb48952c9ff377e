package io.sereno.redaction;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * What stands behind the name of an authentication scheme (RFC 7235), in an {@code Authorization}
 * header or anywhere else: {@code Bearer …}, {@code Basic …}, {@code Digest username="…", …}.
 */
final class Credentials implements Detector {

  /** Schemes with one token, and those with parameters; all in lower case. */
  private static final String[] WITH_TOKEN = {
    "bearer", "basic", "negotiate", "ntlm", "dpop", "sharedkey", "sharedkeylite"
  };

  private static final String[] WITH_PARAMETERS = {
    "digest", "aws4-hmac-sha256", "hawk", "oauth", "signature", "vapid", "scram-sha-256", "mac"
  };

  /** Words that prose has behind the name of a scheme. */
  private static final String[] PROSE = {
    "token",
    "tokens",
    "auth",
    "authentication",
    "authorization",
    "authenticated",
    "scheme",
    "schemes",
    "credential",
    "credentials",
    "header",
    "headers",
    "missing",
    "required",
    "realm",
    "challenge",
    "error",
    "is",
    "was",
    "of",
    "or",
    "and",
    "not",
    "only",
    "access",
    "request",
    "requests",
    "usage",
    "support",
    "type",
    "for",
    "in",
    "with",
    "http",
    "expired",
    "invalid",
    "validation",
    "filter",
    "method",
    "methods",
    "security",
    "prefix",
    "value",
    "values",
    "has",
    "failed",
    "rejected",
    "accepted",
    "must",
    "to",
    "from",
    "the",
    "a",
    "an",
    "then",
    "login"
  };

  private static final Pairs PAIRS = pairs();

  /** A run of letters that is no word. */
  private static final int NO_WORD = 16;

  private static Pairs pairs() {
    Pairs pairs = new Pairs();
    Stream.of(WITH_TOKEN, WITH_PARAMETERS)
        .flatMap(Stream::of)
        .flatMap(Credentials::inAnyCase)
        .forEach(pairs::add);
    return pairs;
  }

  private static Stream<String> inAnyCase(String scheme) {
    String upper = scheme.toUpperCase(Locale.ROOT);
    return Stream.of(
        scheme,
        upper,
        upper.charAt(0) + scheme.substring(1),
        scheme.charAt(0) + upper.substring(1));
  }

  @Override
  public String kind() {
    return "credentials of an authentication scheme";
  }

  @Override
  public String triggers() {
    return "BbNnDdSsAaHhOoVvMm";
  }

  @Override
  public long find(CharSequence text, int at, int from, boolean truncated) {
    if (!PAIRS.mayBegin(text, at)) {
      return Span.NONE;
    }
    int afterName = scheme(text, at, WITH_TOKEN);
    if (afterName > 0) {
      int start = afterBlanks(text, afterName);
      int end = start < 0 ? -1 : tokenEnd(text, start);
      return end > start && isSecret(text, at, start, end) ? Span.of(start, end) : Span.NONE;
    }
    int start = afterBlanks(text, scheme(text, at, WITH_PARAMETERS));
    return start < 0 ? Span.NONE : Span.of(start, parametersEnd(text, start));
  }

  /**
   * The end of an {@code Authorization} that begins at {@code at}, whatever its scheme.
   *
   * @param unknownEnd where that of a scheme ends that is not known
   */
  static int end(CharSequence text, int at, int unknownEnd) {
    int withToken = afterBlanks(text, schemeOrWord(text, at));
    if (withToken > 0) {
      return Math.max(tokenEnd(text, withToken), Values.bareEnd(text, withToken));
    }
    int withParameters = afterBlanks(text, scheme(text, at, WITH_PARAMETERS));
    if (withParameters > 0) {
      return Math.max(parametersEnd(text, withParameters), Values.bareEnd(text, withParameters));
    }
    int word = Values.bareEnd(text, at);
    return Chars.isBlank(Chars.at(text, word)) ? unknownEnd : word;
  }

  /** Whether a bare value is but the name of a scheme, whose credentials follow. */
  static boolean isScheme(CharSequence text, int start, int end) {
    return scheme(text, start, WITH_PARAMETERS) == end || schemeOrWord(text, start) == end;
  }

  private static int schemeOrWord(CharSequence text, int at) {
    int end = scheme(text, at, WITH_TOKEN);
    return end > 0 ? end : scheme(text, at, "token", "apikey", "api-key", "key", "jwt");
  }

  /** The end of the scheme's name that begins there, or -1. */
  private static int scheme(CharSequence text, int at, String... schemes) {
    for (String scheme : schemes) {
      if (Chars.startsWithIgnoringCase(text, at, scheme)
          && !Alphabet.WORD.has(Chars.at(text, at + scheme.length()))) {
        return at + scheme.length();
      }
    }
    return -1;
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

  private static int tokenEnd(CharSequence text, int start) {
    int end = Alphabet.TOKEN68.end(text, start);
    return Chars.at(text, end) == ':' ? Alphabet.TOKEN68.end(text, end + 1) : end;
  }

  private static boolean isSecret(CharSequence text, int scheme, int start, int end) {
    boolean challenge = text.charAt(end - 1) == '=' && Chars.at(text, end) == '"';
    if (challenge || isProse(text, start, end)) {
      return false;
    }
    char first = text.charAt(scheme);
    return switch (first) {
      case 'N', 'n', 'S', 's' -> end - start >= NO_WORD && isMixed(text, start, end);
      case 'B', 'b', 'D', 'd' ->
          Chars.startsWithIgnoringCase(text, scheme, "basic")
              ? isBasic(text, start, end)
              : isBearer(text, first, start, end);
      default -> false;
    };
  }

  private static boolean isBearer(CharSequence text, char first, int start, int end) {
    if (isMixed(text, start, end)) {
      return true;
    }
    char next = Chars.at(text, end);
    boolean ends = next == 0 || Chars.isLineEnd(next) || Chars.isQuote(next) || next == ',';
    return end - start >= NO_WORD || (ends && first == 'B');
  }

  /** Whether it is the Base64 of a user, a colon and a password, or its beginning. */
  private static boolean isBasic(CharSequence text, int start, int end) {
    if (!isMixed(text, start, end)) {
      return false;
    }
    int bits = 0;
    int held = 0;
    for (int i = start; i < end; i++) {
      int value = base64(text.charAt(i));
      if (value < 0) {
        break;
      }
      bits = (bits << 6 | value) & 0x3fff;
      held += 6;
      if (held >= 8) {
        held -= 8;
        int decoded = bits >> held & 0xff;
        if (decoded == ':') {
          return true;
        }
        if (decoded < ' ' || decoded == 0x7f) {
          return false;
        }
      }
    }
    return end == text.length();
  }

  private static int base64(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (Chars.isDigit(c)) {
      return c - '0' + 52;
    }
    return switch (c) {
      case '+', '-' -> 62;
      case '/', '_' -> 63;
      default -> -1;
    };
  }

  /** Whether it has a digit, or capitals that do not begin it. */
  private static boolean isMixed(CharSequence text, int start, int end) {
    boolean lower = false;
    boolean capital = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Chars.isDigit(c)) {
        return true;
      }
      lower |= c >= 'a' && c <= 'z';
      capital |= i > start && c >= 'A' && c <= 'Z';
    }
    return lower && capital;
  }

  private static boolean isProse(CharSequence text, int start, int end) {
    int last = end;
    while (last > start && !Chars.isAlphanumeric(text.charAt(last - 1))) {
      last--;
    }
    for (String word : PROSE) {
      if (Chars.equalsIgnoringCase(text, start, last, word)) {
        return true;
      }
    }
    return last == start;
  }

  /** The end of {@code name="value", name=value}; the start if there is none. */
  private static int parametersEnd(CharSequence text, int start) {
    int end = start;
    int i = start;
    while (i < text.length()) {
      int name = Alphabet.WORD.end(text, i);
      int equals = Chars.skipBlanks(text, name);
      if (name == i || Chars.at(text, equals) != '=') {
        return end;
      }
      end = parameterEnd(text, Chars.skipBlanks(text, equals + 1));
      int comma = Chars.skipBlanks(text, end);
      if (Chars.at(text, comma) != ',') {
        return end;
      }
      i = Chars.skipBlanks(text, comma + 1);
    }
    return end;
  }

  /** Lists of headers have semicolons. */
  private static int bareEnd(CharSequence text, int value) {
    int end = Values.bareEnd(text, value);
    while (Chars.at(text, end) == ';' && Chars.isAlphanumeric(Chars.at(text, end + 1))) {
      end = Values.bareEnd(text, end + 1);
    }
    return end;
  }

  private static int parameterEnd(CharSequence text, int value) {
    int quote = Values.quote(text, value);
    if (quote < 0) {
      return bareEnd(text, value);
    }
    int closing = Values.closing(text, quote);
    int end = Values.quote(text, closing);
    return end < 0 ? closing : end + 1;
  }
}
