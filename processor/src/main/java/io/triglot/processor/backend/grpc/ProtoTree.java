package io.triglot.processor.backend.grpc;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything that a round offers on gRPC: the one tree that all outputs are made from.
 *
 * @param files by import path
 */
record ProtoTree(SortedMap<String, ProtoFile> files) {
  ProtoTree {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** A tree of files. */
  static ProtoTree of(Collection<ProtoFile> files) {
    return new ProtoTree(
        files.stream()
            .collect(
                Collectors.toMap(
                    ProtoFile::path, file -> file, (first, same) -> first, TreeMap::new)));
  }

  /** A file and all that it imports, directly or not, but for protobuf's own; by path. */
  SortedMap<String, ProtoFile> closure(ProtoFile root) {
    SortedMap<String, ProtoFile> closure = new TreeMap<>();
    Deque<ProtoFile> open = new ArrayDeque<>(Set.of(root));
    while (!open.isEmpty()) {
      ProtoFile file = open.removeFirst();
      if (closure.put(file.path(), file) == null) {
        file.imports().stream()
            .flatMap(imported -> Optional.ofNullable(files.get(imported.path())).stream())
            .forEach(open::add);
      }
    }
    return closure;
  }
}
