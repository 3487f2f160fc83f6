package io.triglot.runtime.rest;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody probably meant who has written another. */
final class NearestName {
  private NearestName() {}

  /** The nearest of the known names, if one is near: a third of it may be wrong. */
  static Optional<String> of(String written, Collection<String> known) {
    String given = written.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(name -> distance(given, name.toLowerCase(Locale.ROOT)) * 3 <= name.length())
        .min(
            Comparator.<String>comparingInt(name -> distance(given, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** How many letters have to be changed, left out or put in (Levenshtein). */
  private static int distance(String one, String other) {
    if (one.length() > 2 * other.length() + 3) {
      return one.length(); // nobody means that, and it would take long
    }
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
