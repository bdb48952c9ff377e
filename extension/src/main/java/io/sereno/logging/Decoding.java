package io.sereno.logging;

import io.sereno.context.PercentDecoding;
import io.sereno.redaction.Redactor;

/**
 * Makes queries, and headers in which one may stand, readable. The values of secret parameters are
 * masked before: what delimits a value may stand in it percent-encoded, and once decoded would end
 * it too early. All other secrets are found in the line.
 */
final class Decoding {

  /** Some separate parameters by semicolons. */
  private static final String BEFORE_NAMES = "&;? ";

  /** A semicolon may be part of a value. */
  private static final String BEHIND_VALUES = "& ";

  private final Redactor redactor;

  Decoding(Redactor redactor) {
    this.redactor = redactor;
  }

  String of(String encoded) {
    StringBuilder decoded = new StringBuilder(encoded.length());
    int at = 0;
    while (at < encoded.length()) {
      at = appendParameter(encoded, at, decoded);
      if (at < encoded.length()) {
        decoded.append(encoded.charAt(at));
        at++;
      }
    }
    return decoded.toString();
  }

  /** Returns where the parameter ends that begins here. */
  private int appendParameter(String encoded, int start, StringBuilder decoded) {
    int end = next(encoded, start, BEFORE_NAMES);
    String parameter = encoded.substring(start, end);
    int equals = parameter.indexOf('=');
    String name = equals < 0 ? "" : PercentDecoding.of(parameter.substring(0, equals));
    if (!redactor.isSensitive(name)) {
      decoded.append(PercentDecoding.of(parameter));
      return end;
    }
    int valueStart = start + equals + 1;
    int valueEnd = valueEnd(encoded, valueStart);
    String value = PercentDecoding.of(encoded.substring(valueStart, valueEnd));
    decoded.append(name).append('=').append(redactor.maskNamed(name, value));
    return valueEnd;
  }

  private static int valueEnd(String encoded, int start) {
    char first = start < encoded.length() ? encoded.charAt(start) : 0;
    if (first != '"' && first != '\'') {
      return next(encoded, start, BEHIND_VALUES);
    }
    int closing = encoded.indexOf(first, start + 1);
    return closing < 0 ? encoded.length() : closing + 1;
  }

  private static int next(String text, int start, String separators) {
    int at = start;
    while (at < text.length() && separators.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
