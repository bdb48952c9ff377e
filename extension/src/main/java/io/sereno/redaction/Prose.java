package io.sereno.redaction;

/**
 * Words that a sentence has where a secret would stand: behind the name of a scheme or an option.
 */
final class Prose {

  private static final String[] WORDS = {
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
    "login",
    "option",
    "options",
    "flag",
    "argument",
    "parameter",
    "when",
    "as",
    "on",
    "by",
    "at",
    "if",
    "instead",
    "are",
    "can",
    "may",
    "will",
    "should",
    "given",
    "does"
  };

  private Prose() {}

  /** Whether it is such a word, with punctuation or not, or no word at all. */
  static boolean is(CharSequence text, int start, int end) {
    int last = end;
    while (last > start && !Chars.isAlphanumeric(text.charAt(last - 1))) {
      last--;
    }
    return last == start || Values.isOneOf(WORDS, text, start, last);
  }
}
