package io.triglot.processor.contract;

import io.triglot.processor.model.Protocol;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * In which direction the schemas of an OpenAPI document travel.
 *
 * @param received the names of those that clients receive
 * @param sent the names of those that clients send
 */
record RestUse(SortedSet<String> received, SortedSet<String> sent) {
  private static final Pattern REFERENCE = Pattern.compile("#([^\\s|\\]}?:,]+)");

  RestUse {
    received = Collections.unmodifiableSortedSet(new TreeSet<>(received));
    sent = Collections.unmodifiableSortedSet(new TreeSet<>(sent));
  }

  static RestUse of(Collection<Block> blocks) {
    Map<String, SortedSet<String>> references = new HashMap<>();
    SortedSet<String> received = new TreeSet<>();
    SortedSet<String> sent = new TreeSet<>();
    for (Block block : blocks) {
      if (block.name().protocol() == Protocol.REST) {
        boolean schema = block.name().kind().equals("schema");
        block
            .members()
            .forEach(
                (member, value) ->
                    (schema
                            ? references.computeIfAbsent(
                                block.name().name(), any -> new TreeSet<>())
                            : member.startsWith("response ") ? received : sent)
                        .addAll(referred(member + " " + value)));
      }
    }
    return new RestUse(closure(received, references), closure(sent, references));
  }

  private static SortedSet<String> referred(String text) {
    SortedSet<String> names = new TreeSet<>();
    REFERENCE.matcher(text).results().forEach(found -> names.add(found.group(1)));
    return names;
  }

  private static SortedSet<String> closure(
      Set<String> roots, Map<String, SortedSet<String>> references) {
    SortedSet<String> closure = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      String name = open.removeFirst();
      if (closure.add(name)) {
        open.addAll(references.getOrDefault(name, Collections.emptySortedSet()));
      }
    }
    return closure;
  }
}
