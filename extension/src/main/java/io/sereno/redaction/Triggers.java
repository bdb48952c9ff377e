package io.sereno.redaction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which detectors are asked at a place, by the two or three characters that stand there. */
final class Triggers {

  /** Of a character that may be part of a word. */
  static final int WORD = 1;

  /** Of a character that is looked at where a word begins. */
  static final int AT_WORD = 2;

  /** Of a character that is looked at wherever it stands. */
  static final int ANYWHERE = 4;

  /** Of a character that is not printable ASCII, a quote or a backslash. */
  static final int SPECIAL = 8;

  /** As East Asian input methods write them. */
  static final char WIDE_COLON = '\uff1a';

  static final char WIDE_EQUALS = '\uff1d';

  private static final int WIDE = WIDE_COLON - ':';

  private static final int ASCII = 128;

  private static final Detector[] NONE = {};

  private final int[] kinds = new int[ASCII];
  private final @Nullable Trigger[] byPair = new Trigger[ASCII * ASCII];

  Triggers(List<Detector> detectors) {
    for (char c = 0; c < ASCII; c++) {
      kinds[c] = Chars.isAlphanumeric(c) ? WORD : isSpecial(c) ? SPECIAL : 0;
    }
    kinds['\\'] |= ANYWHERE; // what begins an escape is looked at, for a word may begin behind it
    kinds['%'] |= ANYWHERE;
    for (Detector detector : detectors) {
      detector.triggers().forEach(trigger -> add(trigger, detector));
    }
  }

  private static boolean isSpecial(char c) {
    return c < ' ' || c == '"' || c == '\\' || c == 0x7f;
  }

  /** The first three characters of a word, with small and large letters. */
  static Stream<String> inAnyCase(String word) {
    String small = word.substring(0, 3).toLowerCase(Locale.ROOT);
    return IntStream.range(0, 1 << small.length())
        .mapToObj(large -> capitalised(small, large))
        .distinct();
  }

  /** With large letters where the bits say so. */
  private static String capitalised(String small, int large) {
    StringBuilder word = new StringBuilder(small);
    for (int i = 0; i < small.length(); i++) {
      if ((large >> i & 1) != 0) {
        word.setCharAt(i, Character.toUpperCase(small.charAt(i)));
      }
    }
    return word.toString();
  }

  /** The bits above, as far as they are true of the character. */
  int kind(char c) {
    return c < ASCII
        ? kinds[c]
        : c == WIDE_COLON || c == WIDE_EQUALS ? ANYWHERE | SPECIAL : SPECIAL;
  }

  /** Those to ask where {@code c} stands, which is a trigger. */
  Detector[] at(CharSequence text, int at, char c) {
    return at(c, Chars.at(text, at + 1), Chars.at(text, at + 2));
  }

  /** The same, if these characters stand there. */
  Detector[] at(char c, char second, char third) {
    int first = c < ASCII ? c : c - WIDE;
    Trigger trigger = byPair[first * ASCII + (second < ASCII ? second : 0)];
    return trigger != null && trigger.goesOnWith(third) ? trigger.asked : NONE;
  }

  private void add(String trigger, Detector detector) {
    char first = trigger.charAt(0);
    kinds[first] |= Chars.isAlphanumeric(first) ? AT_WORD : ANYWHERE;
    int from = trigger.length() == 1 ? 0 : trigger.charAt(1);
    int to = trigger.length() == 1 ? ASCII - 1 : from;
    for (int second = from; second <= to; second++) {
      int pair = first * ASCII + second;
      Trigger known = byPair[pair];
      Trigger added = known == null ? new Trigger() : known;
      added.add(trigger, detector);
      byPair[pair] = added;
    }
  }

  /** Who is asked where two characters stand that the third one may go on. */
  private static final class Trigger {

    private Detector[] asked = NONE;
    private final boolean[] thirds = new boolean[ASCII];
    private boolean any;

    void add(String trigger, Detector detector) {
      if (trigger.length() > 2) {
        thirds[trigger.charAt(2)] = true;
      } else {
        any = true;
      }
      if (!Arrays.asList(asked).contains(detector)) {
        asked = Arrays.copyOf(asked, asked.length + 1);
        asked[asked.length - 1] = detector;
      }
    }

    boolean goesOnWith(char third) {
      return any || (third < ASCII && thirds[third]);
    }
  }
}
