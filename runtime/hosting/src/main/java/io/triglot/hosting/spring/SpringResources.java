package io.triglot.hosting.spring;

import io.triglot.runtime.adoption.RequestResourceProvider;
import io.triglot.runtime.adoption.ResourceLease;
import io.triglot.runtime.adoption.ResourceProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationContext;

/**
 * Provides the instances of adopted JAX-RS resources from a context of Spring. A method runs with
 * request attributes of its call, so that beans of the scope {@code request} are those of the call;
 * they are destroyed when it is over. Needs {@code spring-web}. Thread-safe.
 */
public final class SpringResources {
  private final ApplicationContext context;

  /** Takes the resources from a context. */
  public SpringResources(ApplicationContext context) {
    this.context = context;
  }

  /**
   * The bean of a resource class; where there is none, an instance of its own for each call, with
   * its dependencies injected.
   */
  public <T> ResourceProvider<T> of(Class<T> type) {
    boolean bean = context.getBeanNamesForType(type, true, false).length > 0;
    return call -> new Lease<>(context, type, bean).within(new CallAttributes());
  }

  /**
   * Has the methods of resources run with request attributes of the call that another provider
   * makes, such as Jersey where it makes them as beans.
   */
  public <T> RequestResourceProvider<T> around(RequestResourceProvider<T> resources) {
    return (call, target) -> resources.acquire(call, target).within(new CallAttributes());
  }

  private static final class Lease<T> implements ResourceLease<T> {
    private final ApplicationContext context;
    private final Class<T> type;
    private final boolean bean;
    private volatile @Nullable T resource;

    Lease(ApplicationContext context, Class<T> type, boolean bean) {
      this.context = context;
      this.type = type;
      this.bean = bean;
    }

    @Override
    public T resource() {
      T known = resource;
      if (known == null) {
        known = bean ? context.getBean(type) : beans().createBean(type);
        resource = known;
      }
      return known;
    }

    @Override
    public void release() {
      T made = resource;
      if (made != null && !bean) {
        beans().destroyBean(made);
      }
    }

    private AutowireCapableBeanFactory beans() {
      return context.getAutowireCapableBeanFactory();
    }
  }
}
