package io.triglot.processor.contract;

import io.triglot.processor.model.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds the differences between a lock and the contracts as they are. */
public final class Comparison {
  private final Lock lock;
  private final SortedMap<BlockName, Block> blocks;
  private final Map<String, Origin> origins = new HashMap<>();

  private Comparison(Lock lock, Collection<Fact> facts) {
    this.lock = lock;
    this.blocks = Lock.blocks(facts);
    facts.forEach(fact -> origins.putIfAbsent(key(fact.block(), fact.member()), fact.origin()));
  }

  /** What is new or other than it was in the blocks that there are, in the order of the blocks. */
  public static List<Change> changes(Lock lock, Collection<Fact> facts) {
    Comparison comparison = new Comparison(lock, facts);
    List<Change> changes = new ArrayList<>();
    comparison
        .blocks
        .values()
        .forEach(
            block ->
                lock.block(block.name())
                    .ifPresentOrElse(
                        locked -> comparison.addMembers(locked, block, changes),
                        () -> changes.add(comparison.added(block))));
    return changes;
  }

  /**
   * The blocks that are not there any more.
   *
   * @param facts what there is
   * @param gone where to show that a Java type has lost a block; empty for a type of which it is
   *     not known whether it has
   */
  public static List<Change> removed(
      Lock lock, Collection<Fact> facts, Function<String, Optional<Origin>> gone) {
    SortedMap<BlockName, Block> present = Lock.blocks(facts);
    List<Change> removed = new ArrayList<>();
    for (Block block : lock.blocks().values()) {
      if (!present.containsKey(block.name())) {
        gone.apply(block.owner()).ifPresent(origin -> removed.add(removed(block, origin)));
      }
    }
    return removed;
  }

  private static Change removed(Block block, Origin origin) {
    return new Change(block.owner(), block.name(), "", Optional.of(""), Optional.empty(), origin);
  }

  private Change added(Block block) {
    return new Change(
        block.owner(), block.name(), "", Optional.empty(), Optional.of(""), origin(block, ""));
  }

  private void addMembers(Block locked, Block block, List<Change> changes) {
    SortedSet<String> members = new TreeSet<>(locked.members().keySet());
    members.addAll(block.members().keySet());
    for (String member : members) {
      Optional<String> before = Optional.ofNullable(locked.members().get(member));
      Optional<String> after = Optional.ofNullable(block.members().get(member));
      if (!before.equals(after) && !Block.isReserved(member)) {
        changes.add(
            new Change(block.owner(), block.name(), member, before, after, origin(block, member)));
      }
    }
  }

  /** Where a member stands; where its block does, if the member is gone. */
  private Origin origin(Block block, String member) {
    Origin origin = origins.get(key(block.name(), member));
    return origin != null ? origin : origin(block, "");
  }

  private static String key(BlockName block, String member) {
    return block + ": " + member;
  }
}
