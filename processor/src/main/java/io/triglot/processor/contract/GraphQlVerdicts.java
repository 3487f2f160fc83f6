package io.triglot.processor.contract;

import java.util.Optional;

/**
 * Judges changes of a schema as graphql-inspector does: what it calls breaking. What it calls
 * dangerous, such as a new value of an enum, is safe here, because documents of clients stay valid.
 */
final class GraphQlVerdicts {
  private GraphQlVerdicts() {}

  static Judgement judge(Change change, Lock lock) {
    if (change.isWholeBlock()) {
      return change.isAdded()
          ? Judgement.safe(change)
          : Judgement.breaksClients(
              change,
              change.block().kind().equals("entity")
                  ? "its objects are no longer found by this key"
                  : "documents that mention it are no longer valid");
    }
    boolean argument = change.member().startsWith("argument ");
    boolean input = argument || change.block().kind().equals("input");
    if (change.isAdded()) {
      return input && isAwaited(change.after().orElseThrow()) && !isOfNewField(change, lock)
          ? Judgement.breaksClients(change, "clients do not send it yet")
          : Judgement.safe(change);
    }
    if (change.isRemoved()) {
      return Judgement.breaksClients(change, removed(change.member()));
    }
    Optional<String> problem =
        SharingVerdicts.problem(change.before().orElseThrow(), change.after().orElseThrow());
    if (problem.isPresent()) {
      return Judgement.breaksClients(change, problem.get());
    }
    String before = type(change.before().orElseThrow());
    String after = type(change.after().orElseThrow());
    boolean awaited = isAwaited(change.after().orElseThrow());
    if (input && awaited && !isAwaited(change.before().orElseThrow())) {
      return Judgement.breaksClients(change, "clients need not send it now, and may not");
    }
    if (input ? isSafe(after, before) : isSafe(before, after)) {
      return Judgement.safe(change);
    }
    return Judgement.breaksClients(
        change, input ? "what clients send is no longer valid" : "clients expect something else");
  }

  /** Whether it is an argument of a field that is new, too, of those that a type has by itself. */
  private static boolean isOfNewField(Change change, Lock lock) {
    String[] coordinates = change.member().replace("argument ", "").split("\\.");
    return coordinates.length == 2
        && lock.block(change.block())
            .filter(block -> !block.members().containsKey(coordinates[0]))
            .isPresent();
  }

  private static String removed(String member) {
    if (member.equals("@shareable")) {
      return SharingVerdicts.lost("shareable").findFirst().orElseThrow();
    }
    return member.startsWith("@key ")
        ? "other subgraphs refer to its objects by this key"
        : "documents that mention it are no longer valid";
  }

  /** Whether clients must send it: it is never null, and there is no default. */
  private static boolean isAwaited(String value) {
    return value.endsWith("!") && type(value).equals(value);
  }

  /** The type without its default and its directives. */
  private static String type(String value) {
    return SharingVerdicts.plain(value).split(" = ", 2)[0];
  }

  /** Whether each value of the second type is one of the first (specification, section 3.6). */
  private static boolean isSafe(String general, String special) {
    if (general.endsWith("!")) {
      return special.endsWith("!") && isSafe(withoutEnd(general), withoutEnd(special));
    }
    if (special.endsWith("!")) {
      return isSafe(general, withoutEnd(special));
    }
    if (general.startsWith("[") && special.startsWith("[")) {
      return isSafe(withoutEnd(general).substring(1), withoutEnd(special).substring(1));
    }
    return general.equals(special);
  }

  private static String withoutEnd(String type) {
    return type.substring(0, type.length() - 1);
  }
}
