package io.triglot.processor.contract;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What clients of a module rely on: the contracts that were last declared to be right, and what may
 * be done to them.
 *
 * @param blocks by their names
 */
public record Lock(SortedMap<BlockName, Block> blocks, List<Permission> permissions) {
  /** Nothing is locked. */
  public static final Lock EMPTY = new Lock(new TreeMap<>(), List.of());

  /** Takes copies. */
  public Lock {
    blocks = Collections.unmodifiableSortedMap(new TreeMap<>(blocks));
    permissions = List.copyOf(permissions);
  }

  /** The blocks that facts make. */
  public static SortedMap<BlockName, Block> blocks(Collection<Fact> facts) {
    SortedMap<BlockName, Block> blocks = new TreeMap<>();
    facts.stream()
        .collect(Collectors.groupingBy(Fact::block))
        .forEach((name, about) -> blocks.put(name, Block.of(about)));
    return blocks;
  }

  /** This lock with everything under the names that its renames declare. */
  public Lock renamed() {
    return Renames.in(this);
  }

  /** The block of this name, if it is locked. */
  public Optional<Block> block(BlockName name) {
    return Optional.ofNullable(blocks.get(name));
  }

  /** Whether nothing has been locked yet. */
  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  /** Whether a Java type's contracts may still change at will. */
  boolean isUnpublished(String owner) {
    return permissions.stream()
        .anyMatch(each -> each instanceof Permission.Unpublished free && free.covers(owner));
  }

  /** Whether somebody has written down why a change is right. */
  boolean accepts(Change change) {
    return permissions.stream()
        .anyMatch(each -> each instanceof Permission.Accepted accepted && accepted.covers(change));
  }
}
