package io.sereno.statements;

import org.jspecify.annotations.Nullable;

/** What a statement does, by its first word. Nothing else of its text goes any further. */
public enum Operation {
  SELECT,
  INSERT,
  UPDATE,
  DELETE,
  CALL,
  /** Any other word, such as {@code MERGE} or the {@code WITH} of a common table expression. */
  OTHER;

  private static final Operation[] NAMED = {SELECT, INSERT, UPDATE, DELETE, CALL};

  /** The emitted name: that of OpenTelemetry's {@code db.operation.name}. */
  public String word() {
    return this == OTHER ? "_OTHER" : name();
  }

  /** Of a statement's text, past comments and the braces of JDBC's escapes. Allocates nothing. */
  public static Operation of(@Nullable String sql) {
    if (sql == null) {
      return OTHER;
    }
    int start = firstWord(sql);
    for (Operation operation : NAMED) {
      String verb = operation.name();
      if (sql.regionMatches(true, start, verb, 0, verb.length())
          && endsAt(sql, start + verb.length())) {
        return operation;
      }
    }
    return OTHER;
  }

  private static boolean endsAt(String sql, int end) {
    return end >= sql.length() || !Character.isJavaIdentifierPart(sql.charAt(end));
  }

  private static int firstWord(String sql) {
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (sql.startsWith("/*", at)) {
        at = after(sql, "*/", at + 2);
      } else if (sql.startsWith("--", at)) {
        at = after(sql, "\n", at + 2);
      } else if (c <= ' ' || c == '(' || c == '{' || c == '?' || c == '=') {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }

  private static int after(String sql, String end, int from) {
    int at = sql.indexOf(end, from);
    return at < 0 ? sql.length() : at + end.length();
  }
}
