package io.triglot.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A service instance with what the processor generated for its class, or for the superclass or
 * interface that carries the annotations: a proxy made by CDI or Spring is bound like the class
 * behind it.
 *
 * @param instance the user's object
 * @param type the annotated class or interface that it is bound as
 * @param contract what it offers
 */
public record BoundService(Object instance, Class<?> type, ServiceContract contract) {

  /**
   * Binds an instance.
   *
   * @throws MissingBindingException when nothing was generated for it
   */
  public static BoundService of(Object instance) {
    for (Class<?> candidate : lineage(instance.getClass())) {
      Optional<Class<?>> contract = GeneratedClasses.find(candidate, "Contract");
      if (contract.isPresent()) {
        return new BoundService(
            instance, candidate, (ServiceContract) GeneratedClasses.instantiate(contract.get()));
      }
    }
    throw new MissingBindingException(instance.getClass());
  }

  /**
   * The generated binding of one protocol, made for this instance.
   *
   * @param suffix what its name adds to that of the service's class, such as {@code Grpc}
   * @param binding the type that it has
   * @param calls the chain that its calls walk
   * @return empty where the service is not offered on that protocol
   */
  public <B> Optional<B> binding(String suffix, Class<B> binding, Calls calls) {
    return GeneratedClasses.find(type, suffix)
        .map(found -> binding.cast(GeneratedClasses.instantiate(found, instance, calls)));
  }

  /**
   * The operations and batched fields, with the methods behind them.
   *
   * @throws IllegalStateException when the method of one cannot be told
   */
  List<BoundOperation> operations() {
    return Stream.concat(
            contract.operations().stream().map(each -> bound(each, false)),
            contract.batches().stream().map(each -> bound(each, true)))
        .toList();
  }

  private BoundOperation bound(OperationDescriptor operation, boolean batch) {
    return new BoundOperation(
        operation, instance, operation.method().in(type), batch, contract.inputNames());
  }

  /** The class, its superclasses, then all their interfaces, each once, nearest first. */
  private static Set<Class<?>> lineage(Class<?> type) {
    Set<Class<?>> lineage = new LinkedHashSet<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      lineage.add(c);
    }
    Deque<Class<?>> open = new ArrayDeque<>(lineage);
    while (!open.isEmpty()) {
      for (Class<?> parent : open.removeFirst().getInterfaces()) {
        if (lineage.add(parent)) {
          open.addLast(parent);
        }
      }
    }
    return lineage;
  }
}
