package io.triglot.processor;

import io.triglot.processor.contract.LockRules;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.spi.Options;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The options {@code triglot.lock} and {@code triglot.lock.file}.
 *
 * @param file where the lock is; empty for its usual place
 * @param problems what is wrong with the options
 */
record LockOptions(Mode mode, Optional<Path> file, List<Diagnostic> problems) {
  /**
   * What is done with the contract lock: {@code read} compares the contracts with it, {@code
   * strict} also refuses what it does not know of, {@code write} compares and then writes it anew,
   * {@code none} is for modules without one. {@code read} if not given.
   */
  private static final String MODE = "lock";

  /**
   * Where the contract lock is: an absolute path. In the module's {@code src/main/resources} if not
   * given.
   */
  private static final String FILE = "lock.file";

  /** The options' names, without {@code triglot.}. */
  static final Set<String> NAMES = Set.of(MODE, FILE);

  /** What is done with the lock. */
  enum Mode {
    /** It is compared with. */
    READ,
    /** It is compared with, and what it does not know of is an error: for builds in CI. */
    STRICT,
    /** It is compared with and then written anew. */
    WRITE,
    /** There is none, and nobody is to be told. */
    NONE
  }

  /** What the options say. */
  static LockOptions of(Options options) {
    List<Diagnostic> problems = new ArrayList<>();
    return new LockOptions(mode(options, problems), file(options, problems), problems);
  }

  private static Mode mode(Options options, List<Diagnostic> problems) {
    // A build tool may hand over the option empty where nobody has set it.
    String value = options.get(MODE).filter(given -> !given.isEmpty()).orElse("read");
    Optional<Mode> mode =
        Stream.of(Mode.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(value))
            .findFirst();
    if (mode.isEmpty()) {
      String known =
          Stream.of(Mode.values())
              .map(each -> each.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
      problems.add(
          LockRules.unusable(
              "The option triglot.lock is \"" + value + "\".", "Say one of " + known + "."));
    }
    return mode.orElse(Mode.READ);
  }

  private static Optional<Path> file(Options options, List<Diagnostic> problems) {
    Optional<Path> file = options.get(FILE).map(Path::of);
    file.filter(path -> !path.isAbsolute())
        .ifPresent(
            relative ->
                problems.add(
                    LockRules.unusable(
                        "The option triglot.lock.file is the relative path "
                            + relative
                            + ", which means another file wherever the build is started.",
                        "Give an absolute path, in Maven ${project.basedir}/" + relative + ".")));
    return file.filter(Path::isAbsolute);
  }
}
