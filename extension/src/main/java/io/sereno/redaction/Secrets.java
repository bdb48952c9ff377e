package io.sereno.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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

  /** More are counted, but not told. */
  private static final int TOLD = 20;

  private Secrets() {}

  /**
   * Throws unless redaction finds nothing to mask, and none of these values stands there.
   *
   * @param captured what was written
   * @param values what must not be in it, such as the password that the test logged in with
   * @throws AssertionError that tells the kind and the place of the first secrets, but not what
   *     they are
   */
  public static void assertNoSecrets(CharSequence captured, String... values) {
    Objects.requireNonNull(captured, "captured");
    Objects.requireNonNull(values, "values");
    Findings found = new Findings(captured.toString());
    found.addSecrets();
    for (int i = 0; i < values.length; i++) {
      String value = Objects.requireNonNull(values[i], "values[" + i + "]");
      if (value.isEmpty()) {
        throw new IllegalArgumentException("an empty value is in every text");
      }
      for (String form : forms(value)) {
        found.addLiterally(form, i + 1);
      }
    }
    if (found.count > 0) {
      throw new AssertionError(found.message());
    }
  }

  /** As it is, and as it stands in JSON and in URLs. */
  private static Set<String> forms(String value) {
    String json = value.replace("\\", "\\\\").replace("\"", "\\\"");
    return new LinkedHashSet<>(List.of(value, json, URLEncoder.encode(value, UTF_8)));
  }

  private static final class Findings {

    private final String text;
    private final List<String> told = new ArrayList<>();
    private int count;

    /** The line up to which lines were counted, and where it begins. */
    private int line = 1;

    private int lineStart;

    Findings(String text) {
      this.text = text;
    }

    void addSecrets() {
      TextRedaction texts = REDACTOR.texts();
      int from = 0;
      long span = texts.next(text, from, false);
      while (span != Span.NONE) {
        String kind = told.size() < TOLD ? texts.kind(text, from, span) : "";
        add(kind, Span.start(span), Span.end(span));
        from = Span.end(span);
        span = texts.next(text, from, false);
      }
    }

    void addLiterally(String value, int number) {
      int at = text.indexOf(value);
      while (at >= 0) {
        add("value " + number, at, at + value.length());
        at = text.indexOf(value, at + value.length());
      }
    }

    private void add(String what, int start, int end) {
      count++;
      if (told.size() < TOLD) {
        goTo(start);
        int column = start - lineStart + 1;
        told.add(
            "%s in line %d, column %d, %d characters".formatted(what, line, column, end - start));
      }
    }

    /** Counts lines on from the last finding, and from the beginning for the next value's first. */
    private void goTo(int at) {
      if (at < lineStart) {
        line = 1;
        lineStart = 0;
      }
      int next = text.indexOf('\n', lineStart);
      while (next >= 0 && next < at) {
        line++;
        lineStart = next + 1;
        next = text.indexOf('\n', lineStart);
      }
    }

    String message() {
      String more = count > told.size() ? "\n  and " + (count - told.size()) + " more" : "";
      return (count == 1 ? "1 secret" : count + " secrets")
          + " in the text:\n  "
          + String.join("\n  ", told)
          + more;
    }
  }
}
