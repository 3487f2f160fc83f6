package io.triglot.processor.contract;

import io.triglot.processor.model.Words;
import java.util.Map;
import java.util.Optional;

/** The names of the constants in {@code <Service>Fragments}, for their writer and their reader. */
public final class FragmentConstants {
  private FragmentConstants() {}

  /** The constant with a piece of a back end's text; the first has the index 0. */
  public static String name(String backend, int index) {
    return Words.upperSnake(backend.replace('-', '_')) + "_" + (index + 1);
  }

  /** The text that the constants hold for a back end; empty if they hold none. */
  public static Optional<String> text(Map<String, String> constants, String backend) {
    StringBuilder text = new StringBuilder();
    int index = 0;
    while (constants.containsKey(name(backend, index))) {
      text.append(constants.get(name(backend, index)));
      index++;
    }
    return index == 0 ? Optional.empty() : Optional.of(text.toString());
  }
}
