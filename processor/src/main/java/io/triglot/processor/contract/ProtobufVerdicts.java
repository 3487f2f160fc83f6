package io.triglot.processor.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Judges changes of {@code .proto} files as {@code buf breaking} does: what its rules WIRE_JSON
 * find breaks clients, what only its rules FILE find breaks their sources.
 *
 * @see <a href="https://buf.build/docs/breaking/rules/">Rules</a>
 */
final class ProtobufVerdicts {
  private ProtobufVerdicts() {}

  static Judgement judge(Change change, Lock lock) {
    if (change.isWholeBlock()) {
      return change.isAdded()
          ? Judgement.safe(change)
          : Judgement.breaksSources(change, "code that uses it no longer compiles");
    }
    if (change.member().equals("@package")) {
      return Judgement.breaksSources(change, "every name of the file becomes another one");
    }
    if (change.member().startsWith("@") || change.block().kind().equals("file")) {
      return Judgement.breaksSources(change, "generated code moves");
    }
    return switch (change.block().kind()) {
      case "service" -> rpc(change);
      case "enum" -> value(change, lock);
      default -> field(change, lock);
    };
  }

  private static Judgement rpc(Change change) {
    if (change.isAdded()) {
      return Judgement.safe(change);
    }
    return change.isRemoved()
        ? Judgement.breaksSources(change, "the server no longer knows the rpc")
        : Judgement.breaksClients(change, "client and server no longer mean the same messages");
  }

  private static Judgement value(Change change, Lock lock) {
    if (change.isAdded()) {
      return added(change, lock);
    }
    return change.isRemoved()
        ? Judgement.breaksSources(change, "code that uses the value no longer compiles")
        : Judgement.breaksClients(change, "old clients take it for another value");
  }

  private static Judgement added(Change change, Lock lock) {
    Optional<Block> locked = lock.block(change.block());
    int number = Integer.parseInt(change.after().orElseThrow().split(" ")[0]);
    if (locked.filter(block -> block.reserved().containsKey(number)).isPresent()) {
      return Judgement.breaksClients(change, "the number " + number + " meant something else");
    }
    if (locked.filter(block -> block.reserved().containsValue(change.member())).isPresent()) {
      return Judgement.breaksClients(change, "the name meant something else");
    }
    return change.after().orElseThrow().contains(" oneof ") || !takesOver(locked, change, number)
        ? Judgement.safe(change)
        : Judgement.breaksClients(change, "the number " + number + " had another name");
  }

  /** Whether a new member has the number of one that is locked under another name. */
  private static boolean takesOver(Optional<Block> locked, Change change, int number) {
    return locked.stream()
        .flatMap(block -> block.current().values().stream())
        .anyMatch(value -> value.split(" ")[0].equals(String.valueOf(number)));
  }

  private static Judgement field(Change change, Lock lock) {
    if (change.isAdded()) {
      return added(change, lock);
    }
    if (change.isRemoved()) {
      return Judgement.breaksSources(change, "code that uses the field no longer compiles");
    }
    List<String> before = words(change.before().orElseThrow());
    List<String> after = words(change.after().orElseThrow());
    return before.equals(after)
        ? Judgement.breaksSources(change, "generated code asks for presence in another way")
        : Judgement.breaksClients(change, "old clients read it as something else");
  }

  /** What the wire has of a field: whether presence is explicit is nothing that it tells. */
  private static List<String> words(String field) {
    return Arrays.stream(field.split(" ")).filter(word -> !word.equals("optional")).toList();
  }
}
