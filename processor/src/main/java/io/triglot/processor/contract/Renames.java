package io.triglot.processor.contract;

import io.triglot.processor.contract.Permission.Moved;
import io.triglot.processor.contract.Permission.Renamed;
import io.triglot.processor.model.Words;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Carries declared renames out in a lock, so that what was renamed is found under its new name: it
 * keeps its number, and that it is called otherwise is no break any more.
 */
final class Renames {
  private Renames() {}

  /** The lock with everything under the names that its renames declare. */
  static Lock in(Lock lock) {
    SortedMap<BlockName, Block> blocks = new TreeMap<>(lock.blocks());
    for (Permission permission : lock.permissions()) {
      if (permission instanceof Renamed renamed) {
        blocks.replaceAll(
            (name, block) -> block.owner().equals(renamed.owner()) ? in(block, renamed) : block);
      } else if (permission instanceof Moved moved) {
        blocks = in(blocks, moved);
      }
    }
    return new Lock(blocks, lock.permissions());
  }

  private static SortedMap<BlockName, Block> in(SortedMap<BlockName, Block> blocks, Moved moved) {
    NewNames names = NewNames.of(moved);
    SortedMap<BlockName, Block> named = new TreeMap<>();
    blocks.values().stream()
        .map(block -> concerns(moved, block) ? names.in(block) : block)
        .forEach(block -> named.put(block.name(), block));
    return named;
  }

  /** The name of a type may stand anywhere; that of an operation stands in its service's blocks. */
  private static boolean concerns(Moved moved, Block block) {
    return moved.service().map(block.owner()::equals).orElse(true);
  }

  private static Block in(Block block, Renamed renamed) {
    SortedMap<String, String> members = new TreeMap<>();
    block.members().forEach((key, value) -> members.put(renamed(key, renamed), value));
    return block.with(members);
  }

  /** A member's key in the style that it has: {@code createdAt}, {@code created_at}, … */
  private static String renamed(String key, Renamed renamed) {
    String from = renamed.from();
    String to = renamed.to();
    String upper = Words.upperSnake(from);
    if (key.equals(from)) {
      return to;
    }
    if (key.equals(Words.snake(from))) {
      return Words.snake(to);
    }
    if (key.endsWith("_" + upper)) {
      return key.substring(0, key.length() - upper.length()) + Words.upperSnake(to);
    }
    if (key.endsWith(" " + from)) {
      return key.substring(0, key.length() - from.length()) + to;
    }
    return key;
  }
}
