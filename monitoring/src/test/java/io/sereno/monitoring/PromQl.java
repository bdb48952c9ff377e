package io.sereno.monitoring;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads expressions as far as the tests need it. */
public final class PromQl {

  private static final Pattern NO_METRIC =
      Pattern.compile(
          "\"[^\"]*\"|\\[[^]]*]|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

  private static final Pattern LABELS = Pattern.compile("\\{[^}]*}");

  /** A word that is no function's and no number's: what stands before a parenthesis is called. */
  private static final Pattern WORD = Pattern.compile("(?<![\\w:.])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");

  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "unless", "offset", "bool", "sum", "max", "min", "count", "avg");

  private PromQl() {}

  /** The names of the metrics that an expression looks at. */
  public static Set<String> metrics(String expression) {
    String plain = LABELS.matcher(NO_METRIC.matcher(expression).replaceAll("")).replaceAll("");
    Set<String> found = new TreeSet<>();
    Matcher word = WORD.matcher(plain);
    while (word.find()) {
      if (!KEYWORDS.contains(word.group())) {
        found.add(word.group());
      }
    }
    return found;
  }
}
