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
    for (Map.Entry<String, Expansion.Added> member :
        added.getOrDefault(open.pop(), Map.of()).entrySet()) {
      member.getValue().write(out, member.getKey());
    }
  }
}
