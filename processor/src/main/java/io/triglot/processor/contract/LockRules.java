package io.triglot.processor.contract;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What there is to say about a lock. */
public final class LockRules {
  /** The command that writes the lock. */
  private static final String COMMAND = "mvn clean compile -Dtriglot.lock=write";

  private static final Rule FILE = Rule.error("TriglotLockFile");
  private static final Rule BROKEN = Rule.error("TriglotContractBroken");
  private static final Rule NO_LOCK = Rule.warning("TriglotNoLock");
  private static final Rule NO_LOCK_STRICT = Rule.error(NO_LOCK.id());
  private static final Rule OUTDATED = Rule.note("TriglotLockOutdated");
  private static final Rule OUTDATED_STRICT = Rule.error(OUTDATED.id());
  private static final Origin LOCK = new Origin("contract.lock", "contract.lock");

  private LockRules() {}

  /** That field numbers hang on the order of declarations. */
  public static Diagnostic noLock(boolean strict) {
    return (strict ? NO_LOCK_STRICT : NO_LOCK)
        .at(
            LOCK,
            "This module has no contract.lock: the numbers of its protobuf fields follow from the"
                + " order of declarations, and nothing notices a change that breaks clients.",
            "Write one by " + COMMAND + ", and commit it.");
  }

  /** That the lock cannot be used. */
  public static Diagnostic unusable(String problem, String remedy) {
    return FILE.at(LOCK, problem, remedy);
  }

  /** That nothing tells where the lock is to be written. */
  public static Diagnostic nowhere() {
    return unusable(
        "No folder above the class output has src/main, so that nothing tells where contract.lock"
            + " is to be written.",
        "Name the file by -Atriglot.lock.file=<absolute path>.");
  }

  /** That there are changes that break clients: one for each of the user's elements. */
  public static List<Diagnostic> broken(Collection<Judgement> breaks) {
    return byOrigin(breaks, judgement -> judgement.change().origin()).entrySet().stream()
        .map(each -> broken(each.getKey(), each.getValue()))
        .toList();
  }

  private static Diagnostic broken(Origin origin, List<Judgement> breaks) {
    String protocols =
        breaks.stream()
            .map(each -> name(each.change()))
            .distinct()
            .sorted()
            .collect(Collectors.joining(" and "));
    String changes = breaks.stream().map(LockRules::told).collect(Collectors.joining());
    return BROKEN.at(
        origin,
        "The contract of "
            + origin
            + " has changed, which breaks clients on "
            + protocols
            + ":"
            + changes
            + "\n",
        "Undo the change or make it in a new version; if it is a rename, or meant, say so in"
            + " contract.lock:"
            + accepting(breaks));
  }

  /** The lines that accept changes: one for all, where whole parts are gone. */
  private static String accepting(List<Judgement> breaks) {
    return breaks.stream()
        .map(Judgement::change)
        .map(change -> change.isWholeBlock() ? change.owner() : change.key())
        .distinct()
        .map(what -> "\n  accept " + what + " \"<reason>\"")
        .collect(Collectors.joining());
  }

  private static String told(Judgement judgement) {
    Change change = judgement.change();
    String was = " was \"" + change.before().orElse("") + "\"";
    String is = " is \"" + change.after().orElse("") + "\"";
    String difference =
        change.isRemoved()
            ? " is gone" + (saysMore(change, change.before()) ? ", it" + was : "")
            : change.isAdded()
                ? " is new" + (saysMore(change, change.after()) ? ", it" + is : "")
                : was + " and" + is;
    String reach =
        judgement.effect() == Judgement.Effect.BREAKS_SOURCES ? " (sources of clients only)" : "";
    return "\n  " + change.key() + difference + ": " + judgement.reason() + reach + ".";
  }

  /** Whether there is more to tell than that it is there, as of a constant of an enum. */
  private static boolean saysMore(Change change, Optional<String> value) {
    return !change.isWholeBlock() && value.filter(text -> !text.isEmpty()).isPresent();
  }

  private static String name(Change change) {
    return switch (change.block().protocol()) {
      case REST -> "REST";
      case GRAPHQL -> "GraphQL";
      case GRPC -> "protobuf";
    };
  }

  /** That the lock does not know of changes yet: one for each of the user's elements. */
  public static List<Diagnostic> outdated(
      Collection<Change> changes, Collection<Fact> facts, boolean strict) {
    SortedMap<BlockName, Block> now = Lock.blocks(facts);
    Rule rule = strict ? OUTDATED_STRICT : OUTDATED;
    return byOrigin(changes, Change::origin).entrySet().stream()
        .map(
            each ->
                rule.at(
                    each.getKey(),
                    "contract.lock does not have "
                        + each.getKey()
                        + " as it is now:"
                        + lines(each.getValue(), now)
                        + "\n",
                    "Write it by " + COMMAND + "."))
        .toList();
  }

  private static String lines(List<Change> changes, SortedMap<BlockName, Block> now) {
    StringBuilder lines = new StringBuilder();
    for (Change change : changes) {
      lines.append("\n  ").append(change.isRemoved() ? "- " : "+ ").append(change.key());
      change
          .after()
          .filter(value -> !value.isEmpty())
          .ifPresent(value -> lines.append(": ").append(value));
      Optional.ofNullable(now.get(change.block()))
          .filter(block -> change.isWholeBlock())
          .ifPresent(
              block ->
                  block
                      .members()
                      .forEach(
                          (member, value) ->
                              lines.append("\n      ").append(member + ": " + value)));
    }
    return lines.toString().replaceAll("(?m) +$", "");
  }

  private interface Located<T> {
    Origin of(T each);
  }

  private static <T> Map<Origin, List<T>> byOrigin(Collection<T> all, Located<T> origin) {
    Map<Origin, List<T>> grouped = new LinkedHashMap<>();
    all.forEach(
        each -> grouped.computeIfAbsent(origin.of(each), any -> new ArrayList<>()).add(each));
    return grouped;
  }
}
