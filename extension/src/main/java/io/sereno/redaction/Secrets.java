package io.sereno.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * For tests of applications: that no secret stands in what was captured of their output.
 *
 * <pre>{@code
 * login("ada", "hunter2");
 *
 * Secrets.assertNoSecrets(output.toString(), "hunter2");
 * }</pre>
 */
public final class Secrets {

  private static final Redactor REDACTOR = new Redactor(new RedactionSettings(List.of()));

  private Secrets() {}

  /**
   * Throws unless redaction finds nothing to mask, and none of these values stands there.
   *
   * @param captured what was written
   * @param values what must not be in it, such as the password that the test logged in with
   * @throws AssertionError that tells the kind and the place of each secret, but not what it is
   */
  public static void assertNoSecrets(CharSequence captured, String... values) {
    List<String> found = new ArrayList<>(byThemselves(captured));
    for (int i = 0; i < values.length; i++) {
      if (values[i].isEmpty()) {
        throw new IllegalArgumentException("an empty value is in every text");
      }
      for (String form : forms(values[i])) {
        found.addAll(literally(captured, form, i + 1));
      }
    }
    if (!found.isEmpty()) {
      throw new AssertionError(
          found.stream()
              .collect(Collectors.joining("\n  ", found.size() + " secrets in the text:\n  ", "")));
    }
  }

  private static List<String> byThemselves(CharSequence captured) {
    List<String> found = new ArrayList<>();
    TextRedaction texts = REDACTOR.texts();
    int from = 0;
    long span = texts.next(captured, from, false);
    while (span != Span.NONE) {
      found.add(
          texts.kind(captured, from, span)
              + place(captured, Span.start(span), Span.end(span) - Span.start(span)));
      from = Span.end(span);
      span = texts.next(captured, from, false);
    }
    return found;
  }

  /** As it is, and as it stands in JSON and in URLs. */
  private static Set<String> forms(String value) {
    String json = value.replace("\\", "\\\\").replace("\"", "\\\"");
    return new LinkedHashSet<>(List.of(value, json, URLEncoder.encode(value, UTF_8)));
  }

  private static List<String> literally(CharSequence captured, String value, int number) {
    List<String> found = new ArrayList<>();
    int at = Chars.indexOf(captured, value, 0);
    while (at >= 0) {
      found.add("value " + number + place(captured, at, value.length()));
      at = Chars.indexOf(captured, value, at + value.length());
    }
    return found;
  }

  private static String place(CharSequence captured, int at, int length) {
    long line = captured.subSequence(0, at).chars().filter(c -> c == '\n').count() + 1;
    int column = at + 1;
    while (column > 1 && at > 0 && captured.charAt(column - 2) != '\n') {
      column--;
    }
    return " in line " + line + ", column " + (at + 2 - column) + ", " + length + " characters";
  }
}
