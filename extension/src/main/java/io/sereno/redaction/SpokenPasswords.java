package io.sereno.redaction;

import java.util.List;
import java.util.stream.Stream;

/**
 * Passwords that stand behind a word and no delimiter: in SQL, {@code IDENTIFIED BY 'hunter2'} and
 * {@code WITH PASSWORD 'hunter2'}, and in a {@code .netrc}, {@code login ada password hunter2}.
 */
final class SpokenPasswords implements Detector {

  private static final String PASSWORD = "password";
  private static final String IDENTIFIED = "identified";
  private static final String BY = "by";
  private static final String LOGIN = "login";
  private static final String FOR = "for ";

  /** What the name of an account follows. */
  private static final String[] OWNERS = {"user", "role", "to"};

  private static final String[] DEFINITIONS = {"create", "alter"};

  /** What goes on behind a password in a {@code .netrc}. */
  private static final String[] ENTRIES = {"account", "machine", "default", "macdef", LOGIN};

  private static final int LONGEST_WORD = 64;

  @Override
  public String kind() {
    return "password of a statement";
  }

  @Override
  public List<String> triggers() {
    return Stream.of(PASSWORD, IDENTIFIED).flatMap(Triggers::inAnyCase).distinct().toList();
  }

  @Override
  public long find(CharSequence text, int at, int from, boolean truncated) {
    if (Chars.startsWithIgnoringCase(text, at, PASSWORD)) {
      int end = at + PASSWORD.length();
      long quoted = quoted(text, valueStart(text, end));
      return quoted == Span.NONE ? ofLogin(text, at, end, from) : quoted;
    }
    return Chars.startsWithIgnoringCase(text, at, IDENTIFIED)
        ? identified(text, at, from)
        : Span.NONE;
  }

  /** Behind {@code PASSWORD}, {@code PASSWORD(} or {@code PASSWORD FOR 'ada'@'%' =}. */
  private static int valueStart(CharSequence text, int end) {
    int next = Chars.at(text, end) == '(' ? end + 1 : afterBlanks(text, end);
    if (next < 0 || !Chars.startsWithIgnoringCase(text, next, FOR)) {
      return next;
    }
    int owner = next + FOR.length();
    int last = Math.min(text.length(), owner + LONGEST_WORD);
    int i = owner;
    while (i < last && text.charAt(i) != '=' && !Chars.isLineEnd(text.charAt(i))) {
      i++;
    }
    return Chars.at(text, i) == '=' ? Chars.skipBlanks(text, i + 1) : -1;
  }

  /** {@code IDENTIFIED BY …}, {@code IDENTIFIED WITH plugin BY …}, {@code … BY PASSWORD '…'}. */
  private static long identified(CharSequence text, int at, int from) {
    int word = afterBlanks(text, at + IDENTIFIED.length());
    if (word >= 0 && Chars.startsWithIgnoringCase(text, word, "with ")) {
      word = afterBlanks(text, wordEnd(text, afterBlanks(text, word + 4)));
    }
    boolean by = word >= 0 && Chars.startsWithIgnoringCase(text, word, BY);
    int value = by ? afterBlanks(text, word + BY.length()) : -1;
    if (value < 0) {
      return Span.NONE;
    }
    boolean sql = Chars.at(text, at + 1) == 'D';
    boolean owned = isOwned(text, at, from, OWNERS);
    long quoted = sql || owned ? quoted(text, value) : Span.NONE;
    boolean bare = quoted == Span.NONE && owned && (sql || isDefined(text, at, from));
    return bare ? bare(text, value) : quoted;
  }

  /** Whether {@code user ada} stands before it. */
  private static boolean isOwned(CharSequence text, int at, int from, String[] owners) {
    int name = wordBefore(text, at - 1, from);
    int owner = wordBefore(text, name - 1, from);
    return name < at && Values.isOneOf(owners, text, owner, name - 1);
  }

  /** Whether {@code create user ada} does, which prose has seldom. */
  private static boolean isDefined(CharSequence text, int at, int from) {
    int name = wordBefore(text, at - 1, from);
    return name > from && isOwned(text, name, from, DEFINITIONS);
  }

  private static long ofLogin(CharSequence text, int at, int end, int from) {
    int user = wordBefore(text, at - 1, from);
    int login = user - 1 - LOGIN.length();
    boolean netrc =
        login >= from
            && Chars.startsWithIgnoringCase(text, login, LOGIN)
            && !Chars.isAlphanumeric(Chars.at(text, login - 1))
            && user < at - 1;
    boolean said = netrc && Values.isStatus(text, user, at - 1);
    int value = netrc && !said ? afterBlanks(text, end) : -1;
    if (value < 0) {
      return Span.NONE;
    }
    long bare = bare(text, value);
    int next = bare == Span.NONE ? value : Chars.skipWhitespace(text, Span.end(bare));
    boolean ends =
        next == text.length()
            || Values.isOneOf(ENTRIES, text, next, wordEnd(text, next))
            || Chars.isLineEnd(text.charAt(next - 1));
    return ends ? bare : Span.NONE;
  }

  private static long quoted(CharSequence text, int start) {
    int content = start < 0 ? -1 : Quotes.contentStart(text, start);
    if (content < 0) {
      return Span.NONE;
    }
    int end = Quotes.contentEnd(text, start);
    boolean harmless = Values.isHarmless(text, content, end) || Values.isStatus(text, content, end);
    return harmless ? Span.NONE : Span.of(content, end);
  }

  private static long bare(CharSequence text, int start) {
    int end = Values.wordEnd(text, start);
    boolean harmless =
        Values.isHarmless(text, start, end)
            || Values.isStatus(text, start, end)
            || Prose.is(text, start, end);
    return harmless ? Span.NONE : Span.of(start, end);
  }

  /** After one blank at least; -1 without. */
  private static int afterBlanks(CharSequence text, int at) {
    int start = at < 0 ? at : Chars.skipBlanks(text, at);
    return start > at ? start : -1;
  }

  private static int wordEnd(CharSequence text, int start) {
    return start < 0
        ? -1
        : Alphabet.WORD.end(text, start, Math.min(text.length(), start + LONGEST_WORD));
  }

  /** Where the word begins that ends there, before a blank. */
  private static int wordBefore(CharSequence text, int end, int from) {
    int i = end;
    while (i > from && end - i < LONGEST_WORD && !Chars.isWhitespace(text.charAt(i - 1))) {
      i--;
    }
    return Math.max(i, 0);
  }
}
