package io.triglot.processor.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known name was meant by one that is not known. */
public final class Suggestion {
  private static final int NEAR = 2;

  private Suggestion() {}

  /** The known name that is most like the given one, if one is like it at all. */
  public static Optional<String> among(Collection<String> known, String name) {
    return known.stream()
        .filter(each -> distance(each, name) <= Math.min(NEAR, name.length() / 2))
        .min(
            Comparator.comparingInt((String each) -> distance(each, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** How many letters are to be added, removed or replaced; upper and lower case are alike. */
  private static int distance(String some, String other) {
    String a = some.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], diagonal));
      }
    }
    return row[b.length()];
  }
}
