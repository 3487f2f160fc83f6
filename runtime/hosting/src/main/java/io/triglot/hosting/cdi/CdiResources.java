package io.triglot.hosting.cdi;

import io.triglot.runtime.adoption.RequestResourceProvider;
import io.triglot.runtime.adoption.ResourceLease;
import io.triglot.runtime.adoption.ResourceProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Instance.Handle;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Provides the instances of adopted JAX-RS resources that are beans of CDI. A method runs in a
 * request scope of its call, which ends when the method returns; it is called as any other bean
 * would call it, with its interceptors and decorators. Thread-safe.
 */
@ApplicationScoped
public class CdiResources {
  private final @Nullable Instance<Object> beans;

  /** For the container's proxy. */
  protected CdiResources() {
    beans = null;
  }

  /** Made by the container. */
  @Inject
  public CdiResources(Instance<Object> beans) {
    this.beans = beans;
  }

  /**
   * The bean of a resource class: for each call the one of its scope, or one of its own where it is
   * {@code @Dependent}.
   *
   * @throws IllegalStateException when there is no such bean, or more than one
   */
  public <T> ResourceProvider<T> of(Class<T> type, Annotation... qualifiers) {
    Instance<Object> all = Objects.requireNonNull(beans);
    Instance<T> found = all.select(type, qualifiers);
    if (!found.isResolvable()) {
      throw new IllegalStateException(
          "There is "
              + (found.isAmbiguous() ? "more than one bean of " : "no bean of ")
              + type.getName()
              + ". Give it a scope of its own, such as @RequestScoped");
    }
    RequestScope scope = scope(all);
    return call -> new Lease<>(found.getHandle()).within(scope);
  }

  /**
   * Has the methods of resources run in a request scope of CDI that another provider makes, such as
   * Jersey where it makes them as beans.
   */
  public <T> RequestResourceProvider<T> around(RequestResourceProvider<T> resources) {
    RequestScope scope = scope(Objects.requireNonNull(beans));
    return (call, target) -> resources.acquire(call, target).within(scope);
  }

  private static RequestScope scope(Instance<Object> beans) {
    return new RequestScope(beans.select(RequestContextController.class));
  }

  /** A request scope of CDI. */
  private record RequestScope(Instance<RequestContextController> requests)
      implements ResourceLease.Scope {
    @Override
    public <R extends @Nullable Object> R run(Callable<R> method) throws Exception {
      Handle<RequestContextController> controller = requests.getHandle();
      boolean begun = controller.get().activate();
      try {
        return method.call();
      } finally {
        if (begun) {
          controller.get().deactivate();
        }
        controller.destroy();
      }
    }
  }

  private record Lease<T>(Handle<T> bean) implements ResourceLease<T> {
    @Override
    public T resource() {
      return bean.get();
    }

    @Override
    public void release() {
      if (bean.getBean().getScope() == Dependent.class) {
        bean.destroy();
      }
    }
  }
}
