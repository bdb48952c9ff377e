package io.sereno.redaction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which detectors are asked at a place, by the two characters that stand there. */
final class Triggers {

  private static final int ASCII = 128;

  private final Detector[] @Nullable [] @Nullable [] byPair = new Detector[ASCII][][];

  Triggers(List<Detector> detectors) {
    for (Detector detector : detectors) {
      detector.triggers().forEach(trigger -> add(trigger, detector));
    }
  }

  /** The first two characters of a word, as they are and with small and large letters. */
  static Stream<String> inAnyCase(String word) {
    String small = word.substring(0, 2).toLowerCase(Locale.ROOT);
    String large = small.toUpperCase(Locale.ROOT);
    return Stream.of(
            small,
            large,
            large.substring(0, 1) + small.charAt(1),
            small.substring(0, 1) + large.charAt(1))
        .distinct();
  }

  /** Those to ask where {@code first} stands; null for none. */
  Detector @Nullable [] at(CharSequence text, int at, char first) {
    Detector[][] bySecond = byPair[first];
    if (bySecond == null) {
      return null;
    }
    char second = Chars.at(text, at + 1);
    return bySecond[second < ASCII ? second : 0];
  }

  private void add(String trigger, Detector detector) {
    Detector[][] bySecond = byPair[trigger.charAt(0)];
    if (bySecond == null) {
      bySecond = new Detector[ASCII][];
      byPair[trigger.charAt(0)] = bySecond;
    }
    int first = trigger.length() == 1 ? 0 : trigger.charAt(1);
    int last = trigger.length() == 1 ? ASCII - 1 : first;
    for (int second = first; second <= last; second++) {
      bySecond[second] = with(bySecond[second], detector);
    }
  }

  private static Detector[] with(Detector @Nullable [] some, Detector detector) {
    if (some == null) {
      return new Detector[] {detector};
    }
    Detector[] more = Arrays.copyOf(some, some.length + 1);
    more[some.length] = detector;
    return more;
  }
}
