package io.triglot.runtime;

import io.triglot.runtime.adoption.ResourceProvider;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A service instance with what the processor generated for its class, or for the superclass or
 * interface that carries the annotations: a proxy made by CDI or Spring is bound like the class
 * behind it.
 *
 * @param instance the user's object; of an adopted resource what provides its instances, as the
 *     service that was generated for it
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
    return of(instance.getClass(), instance, ResourceProvider.of(instance));
  }

  /**
   * Binds an adopted resource class, or one that inherits from it.
   *
   * @param resources provides instances of the class
   * @throws MissingBindingException when nothing was generated for it
   */
  public static <T> BoundService of(Class<T> type, ResourceProvider<? extends T> resources) {
    return of(type, null, resources);
  }

  private static BoundService of(
      Class<?> type, @Nullable Object instance, ResourceProvider<?> resources) {
    for (Class<?> candidate : lineage(type)) {
      Optional<Class<?>> contract = GeneratedClasses.find(candidate, "Contract");
      if (contract.isPresent()) {
        ServiceContract offered = (ServiceContract) GeneratedClasses.instantiate(contract.get());
        Object called = isAdopted(offered) ? adapter(candidate, resources) : instance;
        if (called == null) {
          throw new IllegalStateException(
              candidate.getName() + " is no JAX-RS resource. Bind an instance of it instead.");
        }
        return new BoundService(called, candidate, offered);
      }
    }
    throw new MissingBindingException(type);
  }

  private static boolean isAdopted(ServiceContract contract) {
    return contract.operations().stream().anyMatch(OperationDescriptor::adopted);
  }

  private static Object adapter(Class<?> type, ResourceProvider<?> resources) {
    return GeneratedClasses.find(type, "Adapter")
        .map(adapter -> GeneratedClasses.instantiate(adapter, resources))
        .orElseThrow(() -> new MissingBindingException(type));
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
