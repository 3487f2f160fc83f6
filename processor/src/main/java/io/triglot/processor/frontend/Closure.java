package io.triglot.processor.frontend;

import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.ErrorType;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeReach;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The definitions that something leads to, given that all of them were read.
 *
 * @param definitions what was read
 */
record Closure(Map<JavaName, TypeDefinition> definitions) {

  Optional<SortedMap<JavaName, TypeDefinition>> of(Service service) {
    return reach(
        Stream.concat(
            service.references().flatMap(TypeReach::mentioned),
            service.batchFields().stream().map(BatchField::parent)));
  }

  Optional<SortedMap<JavaName, TypeDefinition>> of(Operation operation) {
    return reach(operation.references().flatMap(TypeReach::mentioned));
  }

  Optional<SortedMap<JavaName, TypeDefinition>> of(JavaName type) {
    return reach(Stream.of(type));
  }

  Optional<SortedMap<JavaName, TypeDefinition>> of(ErrorType error) {
    return reach(
        error.properties().stream().flatMap(property -> TypeReach.mentioned(property.type())));
  }

  /** What is reached; empty if a definition is missing. */
  private Optional<SortedMap<JavaName, TypeDefinition>> reach(Stream<JavaName> starts) {
    SortedMap<JavaName, TypeDefinition> reached = new TreeMap<>();
    Deque<JavaName> open = new ArrayDeque<>(starts.toList());
    while (!open.isEmpty()) {
      JavaName name = open.removeFirst();
      TypeDefinition definition = definitions.get(name);
      if (definition == null) {
        return Optional.empty();
      }
      if (reached.put(name, definition) == null) {
        definition.mentioned().forEach(open::addLast);
      }
    }
    return Optional.of(reached);
  }
}
