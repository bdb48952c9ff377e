package io.sereno.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * A configuration key that means nothing, and the known one that was probably meant.
 *
 * @param key the key as found
 * @param nearest the known key that differs least, if any is near
 */
public record UnknownKey(String key, Optional<String> nearest) {

  /** A name that is not among the known ones. */
  public static UnknownKey among(Collection<String> known, String key) {
    return new UnknownKey(
        key,
        known.stream()
            .filter(candidate -> distance(key, candidate) <= Math.max(2, key.length() / 4))
            .min(Comparator.comparingInt(candidate -> distance(key, candidate))));
  }

  @Override
  public String toString() {
    return nearest.map(near -> key + " (did you mean " + near + "?)").orElse(key);
  }

  /** Levenshtein's: how many characters must be put in, taken out or changed. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
