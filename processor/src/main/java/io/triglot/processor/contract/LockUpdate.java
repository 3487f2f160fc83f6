package io.triglot.processor.contract;

import io.triglot.processor.model.Protocol;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Takes the contracts as they are over into the lock. */
public final class LockUpdate {
  private LockUpdate() {}

  /**
   * The lock that says what the contracts are now. Numbers of what is gone are reserved for good,
   * and permissions that have done their work are gone.
   *
   * @param lock the former one
   * @param kept whether a block that this compilation has not seen is still there, by the canonical
   *     name of its Java type
   */
  public static Lock of(Lock lock, Collection<Fact> facts, Predicate<String> kept) {
    SortedMap<BlockName, Block> blocks = new TreeMap<>();
    lock.blocks()
        .forEach(
            (name, block) -> {
              if (kept.test(block.owner())) {
                blocks.put(name, block);
              }
            });
    Lock.blocks(facts).forEach((name, block) -> blocks.put(name, withReserved(lock, block)));
    List<Permission> permissions =
        lock.permissions().stream().filter(Permission.Unpublished.class::isInstance).toList();
    return new Lock(blocks, permissions);
  }

  private static Block withReserved(Lock lock, Block block) {
    SortedMap<String, String> members = new TreeMap<>(block.members());
    if (isNumbered(block) && !lock.isUnpublished(block.owner())) {
      lock.block(block.name()).ifPresent(former -> addReserved(former, block, members));
    }
    return block.with(members);
  }

  private static void addReserved(Block former, Block block, SortedMap<String, String> members) {
    former.reserved().forEach((number, name) -> members.put(Block.RESERVED + number, name));
    former
        .current()
        .forEach(
            (name, value) -> {
              if (!block.members().containsKey(name)) {
                members.put(Block.RESERVED + number(value), name);
              }
            });
    block.current().values().forEach(value -> members.remove(Block.RESERVED + number(value)));
  }

  private static String number(String value) {
    return value.split(" ")[0];
  }

  private static boolean isNumbered(Block block) {
    return block.name().protocol() == Protocol.GRPC
        && (block.name().kind().equals("message") || block.name().kind().equals("enum"));
  }
}
