package io.triglot.processor.contract;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A part of a contract, with its members.
 *
 * @param owner the canonical name of the Java type that it is made from
 * @param members what it has, each with what clients rely on; a key that begins with {@code @} is
 *     something about the part itself
 */
public record Block(BlockName name, String owner, SortedMap<String, String> members) {
  /** What a member's key begins with that stands for a number that must not be used again. */
  static final String RESERVED = "reserved ";

  /** Takes a copy. */
  public Block {
    members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
  }

  /** The block that facts about it make, at least one. */
  static Block of(List<Fact> facts) {
    SortedMap<String, String> members = new TreeMap<>();
    facts.stream()
        .filter(fact -> !fact.member().isEmpty())
        .forEach(fact -> members.put(fact.member(), fact.value()));
    return new Block(facts.get(0).block(), facts.get(0).owner(), members);
  }

  /** The same with other members. */
  Block with(SortedMap<String, String> others) {
    return new Block(name, owner, others);
  }

  /** The members that are there, without what is said about the block itself. */
  public SortedMap<String, String> current() {
    SortedMap<String, String> current = new TreeMap<>(members);
    current.keySet().removeIf(key -> key.startsWith("@") || isReserved(key));
    return current;
  }

  /** The names of former members by their numbers, which must not be used again. */
  public SortedMap<Integer, String> reserved() {
    SortedMap<Integer, String> reserved = new TreeMap<>();
    members.forEach(
        (key, name) -> {
          if (isReserved(key)) {
            reserved.put(Integer.valueOf(key.substring(RESERVED.length())), name);
          }
        });
    return reserved;
  }

  /** Whether a member's key is that of a reserved number. */
  static boolean isReserved(String member) {
    return member.startsWith(RESERVED);
  }
}
