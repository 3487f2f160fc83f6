package io.triglot.hosting.jersey;

import io.triglot.runtime.adoption.ResourceLease;
import io.triglot.runtime.adoption.ResourceProvider;
import java.util.concurrent.Callable;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.glassfish.jersey.internal.inject.Injections;
import org.glassfish.jersey.process.internal.RequestContext;
import org.glassfish.jersey.process.internal.RequestScope;
import org.glassfish.jersey.server.spi.AbstractContainerLifecycleListener;
import org.glassfish.jersey.server.spi.Container;
import org.jspecify.annotations.Nullable;

/**
 * Provides the instances of adopted resources that Jersey makes, with HK2 or whatever it injects
 * by: one for each call, in a request scope of the call, or the one of {@code @Singleton} classes.
 * Registered at the application of Jersey, whose resources it provides once that has been started:
 *
 * <pre>{@code
 * JerseyResources resources = new JerseyResources();
 * ResourceConfig rest = new ResourceConfig(OrderResource.class).register(resources);
 * Api.Builder api = Api.builder().resource(OrderResource.class, resources.of(OrderResource.class));
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class JerseyResources extends AbstractContainerLifecycleListener {
  private volatile @Nullable InjectionManager injections;

  /** Of an application that is not known yet. */
  public JerseyResources() {}

  /** The instances of a resource class, which is registered at the same application. */
  public <T> ResourceProvider<T> of(Class<T> type) {
    return call -> {
      InjectionManager started = injections;
      if (started == null) {
        throw new IllegalStateException(
            "Jersey has not been started with these JerseyResources: register them");
      }
      RequestScope scope = started.getInstance(RequestScope.class);
      return new Lease<>(started, type, scope, scope.createContext());
    };
  }

  @Override
  public void onStartup(Container container) {
    injections = container.getApplicationHandler().getInjectionManager();
  }

  @Override
  public void onReload(Container container) {
    onStartup(container);
  }

  /** An instance of Jersey's, and the request scope that it belongs to. */
  private record Lease<T>(
      InjectionManager injections, Class<T> type, RequestScope scope, RequestContext context)
      implements ResourceLease<T> {
    @Override
    public T resource() {
      return Injections.getOrCreate(injections, type);
    }

    @Override
    public <R extends @Nullable Object> R attached(Callable<R> method) throws Exception {
      return scope.runInScope(context, method);
    }

    @Override
    public void release() {
      context.release();
    }
  }
}
