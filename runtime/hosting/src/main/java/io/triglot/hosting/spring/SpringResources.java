package io.triglot.hosting.spring;

import io.triglot.runtime.adoption.RequestResourceProvider;
import io.triglot.runtime.adoption.ResourceLease;
import io.triglot.runtime.adoption.ResourceProvider;
import java.util.Optional;
import java.util.concurrent.Callable;
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
    return call -> new Lease<>(context, type, bean);
  }

  /**
   * Has the methods of resources run with request attributes of the call that another provider
   * makes, such as Jersey where it makes them as beans.
   */
  public <T> RequestResourceProvider<T> around(RequestResourceProvider<T> resources) {
    return (call, target) ->
        new ScopedLease<>(resources.acquire(call, target), new CallAttributes());
  }

  /** What another provider gives, with the attributes that take the place of a request's. */
  private record ScopedLease<T>(ResourceLease<T> lease, CallAttributes attributes)
      implements ResourceLease<T> {
    @Override
    public T resource() {
      return lease.resource();
    }

    @Override
    public <C> Optional<C> context(Class<C> type) {
      return lease.context(type);
    }

    @Override
    public <R extends @Nullable Object> R attached(Callable<R> method) throws Exception {
      return attributes.attached(() -> lease.attached(method));
    }

    @Override
    public void release() {
      attributes.requestCompleted();
      lease.release();
    }
  }

  /** A bean of a call, with the attributes that take the place of a request's. */
  private static final class Lease<T> implements ResourceLease<T> {
    private final ApplicationContext context;
    private final Class<T> type;
    private final boolean bean;
    private final CallAttributes attributes = new CallAttributes();
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
    public <R extends @Nullable Object> R attached(Callable<R> method) throws Exception {
      return attributes.attached(method);
    }

    @Override
    public void release() {
      attributes.requestCompleted();
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
