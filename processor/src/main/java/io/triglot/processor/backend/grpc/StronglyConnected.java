package io.triglot.processor.backend.grpc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds what refers to each other in a cycle, by Tarjan's algorithm: the strongly connected
 * components of a graph.
 */
final class StronglyConnected<N extends Comparable<N>> {
  private final SortedMap<N, Collection<N>> edges;
  private final Map<N, Integer> order = new HashMap<>();
  private final Map<N, Integer> lowest = new HashMap<>();
  private final Deque<N> open = new ArrayDeque<>();
  private final SortedMap<N, List<N>> components = new TreeMap<>();

  private StronglyConnected(SortedMap<N, Collection<N>> edges) {
    this.edges = edges;
  }

  /**
   * Each node's component, sorted.
   *
   * @param edges what each node refers to; all nodes are keys
   */
  static <N extends Comparable<N>> SortedMap<N, List<N>> components(
      SortedMap<N, Collection<N>> edges) {
    StronglyConnected<N> search = new StronglyConnected<>(edges);
    for (N node : edges.keySet()) {
      if (!search.order.containsKey(node)) {
        search.visit(node);
      }
    }
    return search.components;
  }

  private int visit(N node) {
    int index = order.size();
    order.put(node, index);
    lowest.put(node, index);
    open.push(node);
    for (N next : edges.getOrDefault(node, List.of())) {
      if (!order.containsKey(next)) {
        lowest.merge(node, visit(next), Math::min);
      } else if (open.contains(next)) {
        lowest.merge(node, order.getOrDefault(next, index), Math::min);
      }
    }
    int low = lowest.getOrDefault(node, index);
    if (low == index) {
      close(node);
    }
    return low;
  }

  private void close(N first) {
    List<N> component = new ArrayList<>();
    N node;
    do {
      node = open.pop();
      component.add(node);
    } while (!node.equals(first));
    List<N> sorted = component.stream().sorted().toList();
    sorted.forEach(member -> components.put(member, sorted));
  }
}
