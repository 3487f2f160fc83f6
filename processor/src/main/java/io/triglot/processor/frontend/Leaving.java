package io.triglot.processor.frontend;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule.Severity;
import io.triglot.processor.model.ErrorType;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeReach;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Leaves those adopted operations on REST that lead to a type which cannot be part of a contract:
 * an existing service is to compile as it is. What is wrong with a type that nothing but such
 * operations leads to is no error then, but a reason in the note of their class.
 */
final class Leaving {
  private final Map<JavaName, LeftOnRest> left;
  private final Map<JavaName, TypeDefinition> definitions;
  private final Collection<ErrorType> errors;
  private final Closure closure;
  private final Findings findings;

  Leaving(
      Map<JavaName, LeftOnRest> left,
      Map<JavaName, TypeDefinition> definitions,
      Collection<ErrorType> errors,
      Findings findings) {
    this.left = left;
    this.definitions = definitions;
    this.errors = errors;
    this.closure = new Closure(definitions);
    this.findings = findings;
  }

  /**
   * Takes such operations out of the services, and writes the notes.
   *
   * @param annotated the types that are part of the API by themselves
   */
  void leave(SortedMap<String, Service> services, Set<String> annotated) {
    Map<JavaName, List<Diagnostic>> broken =
        findings.all().stream()
            .filter(each -> each.rule().severity() == Severity.ERROR)
            .filter(each -> SoundPart.declaring(each.origin()).isPresent())
            .collect(
                Collectors.groupingBy(each -> SoundPart.declaring(each.origin()).orElseThrow()));
    broken.keySet().removeIf(type -> annotated.contains(type.canonical()));
    addRefused(broken);
    if (!broken.isEmpty()) {
      services.values().stream()
          .filter(service -> service.adoption().isEmpty())
          .forEach(service -> broken.keySet().removeAll(reached(service)));
      errors.forEach(
          error -> closure.of(error).ifPresent(types -> broken.keySet().removeAll(types.keySet())));
      services.replaceAll((name, service) -> without(broken, service));
      services
          .values()
          .removeIf(each -> each.adoption().isPresent() && each.operations().isEmpty());
    }
    if (!left.isEmpty()) { // also of what only methods lead to that stay for other reasons
      broken.forEach(
          (type, reasons) -> {
            if (definitions.containsKey(type)) {
              findings.withdraw(reasons);
            }
          });
    }
    left.values().forEach(each -> each.report(findings));
  }

  /**
   * A type that was refused as a whole was never read: what is wrong with it is wrong with those
   * that lack it.
   */
  private void addRefused(Map<JavaName, List<Diagnostic>> broken) {
    List<Diagnostic> refused =
        broken.entrySet().stream()
            .filter(each -> !definitions.containsKey(each.getKey()))
            .flatMap(each -> each.getValue().stream())
            .toList();
    if (!refused.isEmpty()) {
      findings.incomplete().stream()
          .flatMap(origin -> SoundPart.declaring(origin).stream())
          .filter(definitions::containsKey)
          .forEach(type -> broken.putIfAbsent(type, refused));
    }
  }

  private Service without(Map<JavaName, List<Diagnostic>> broken, Service service) {
    if (service.adoption().isEmpty()) {
      return service;
    }
    List<Operation> kept = new ArrayList<>();
    for (Operation operation : service.operations()) {
      List<Diagnostic> reasons =
          reached(operation).stream()
              .sorted()
              .flatMap(type -> broken.getOrDefault(type, List.of()).stream())
              .toList();
      if (reasons.isEmpty()) {
        kept.add(operation);
      } else {
        findings.withdraw(reasons);
        Optional.ofNullable(left.get(service.javaName()))
            .ifPresent(note -> note.add(operation.methodName(), reasons));
      }
    }
    return service.withOperations(kept);
  }

  private Set<JavaName> reached(Service service) {
    Set<JavaName> reached = new HashSet<>();
    service.operations().forEach(operation -> reached.addAll(reached(operation)));
    service
        .batchFields()
        .forEach(
            field ->
                TypeReach.mentioned(field.value())
                    .forEach(
                        type ->
                            closure.of(type).ifPresent(types -> reached.addAll(types.keySet()))));
    service
        .entities()
        .forEach(
            method ->
                closure.of(method.entity()).ifPresent(types -> reached.addAll(types.keySet())));
    return reached;
  }

  /** All types that the operation leads to, as far as they were read. */
  private Set<JavaName> reached(Operation operation) {
    return closure.of(operation).map(SortedMap::keySet).map(Set::copyOf).orElseGet(HashSet::new);
  }
}
