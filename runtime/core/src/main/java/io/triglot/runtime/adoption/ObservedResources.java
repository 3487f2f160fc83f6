package io.triglot.runtime.adoption;

import io.triglot.runtime.CallObserver;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.ServiceContract;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets observers see the calls that adopted operations get on REST, where their own container
 * serves them: to be registered there, as a provider of {@code jakarta.ws.rs}.
 *
 * <pre>{@code
 * new ResourceConfig(OrderResource.class)
 *     .register(ObservedResources.by(MicrometerMetrics.of(registry)))
 * }</pre>
 *
 * <p>A call begins when its method has been matched, before the filters that authenticate, and ends
 * with the response; its code is that of the HTTP status, its caller the principal of the
 * container. Observers that need more of a call than that, such as traces, are none for this.
 *
 * <p>Immutable and thread-safe.
 */
public final class ObservedResources implements DynamicFeature {
  private final List<CallObserver> observers;

  private ObservedResources(List<CallObserver> observers) {
    this.observers = observers;
  }

  /** Resources that these observe, in this order. */
  public static ObservedResources by(CallObserver... observers) {
    return new ObservedResources(List.of(observers));
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    operation(resource)
        .ifPresent(
            operation ->
                context.register(
                    new ObservedResponses(operation, observers), ObservedResponses.PRIORITY));
  }

  /** The operation behind a resource method; empty where it has stayed on REST. */
  private static Optional<OperationDescriptor> operation(ResourceInfo resource) {
    Method called = resource.getResourceMethod();
    return Stream.<Class<?>>iterate(
            resource.getResourceClass(), type -> type != null, Class::getSuperclass)
        .flatMap(type -> ServiceContract.of(type).stream())
        .flatMap(contract -> contract.operations().stream())
        .filter(OperationDescriptor::adopted)
        .filter(operation -> operation.method().name().equals(called.getName()))
        .filter(
            operation ->
                operation.method().parameters() == null
                    || operation.method().parameters().equals(List.of(called.getParameterTypes())))
        .findFirst();
  }
}
