package io.triglot.runtime.rest.json;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** The objects that a writer is in, which get further members at their ends. */
final class OpenObjects {
  private final Map<Object, Map<String, Expansion.Added>> added;
  private final Deque<Object> open = new ArrayDeque<>();

  /**
   * @param added the members of each instance
   */
  OpenObjects(Map<Object, Map<String, Expansion.Added>> added) {
    this.added = added;
  }

  void begin(Object object) {
    open.push(object);
  }

  void end(JsonWriter out) throws IOException {
    Map<String, Expansion.Added> members = added.get(open.getFirst());
    if (members != null && !isInItself()) {
      for (Map.Entry<String, Expansion.Added> member : members.entrySet()) {
        member.getValue().write(out, member.getKey());
      }
    }
    open.pop();
  }

  /** Whether the innermost object stands in what it got itself, where there would be no end. */
  private boolean isInItself() {
    Object innermost = open.getFirst();
    return open.stream().skip(1).anyMatch(around -> around == innermost);
  }
}
