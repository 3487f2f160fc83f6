package io.triglot.hosting.jersey;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.adoption.RequestResourceProvider;
import io.triglot.runtime.adoption.RequestTarget;
import io.triglot.runtime.adoption.ResourceLease;
import jakarta.ws.rs.container.ResourceContext;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.ext.Providers;
import java.util.Optional;
import java.util.Set;
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
 * What they are injected with from a request (path parameters, {@code UriInfo} and the like) is
 * that of the request which the call would be on REST. Registered at the application of Jersey,
 * whose resources it provides once that has been started:
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
  public <T> RequestResourceProvider<T> of(Class<T> type) {
    return (call, target) -> {
      InjectionManager started = injections;
      if (started == null) {
        throw new IllegalStateException(
            "Jersey has not been started with these JerseyResources: register them");
      }
      RequestScope scope = started.getInstance(RequestScope.class);
      return new Lease<>(started, type, call, target, scope, scope.createContext());
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
      InjectionManager injections,
      Class<T> type,
      CallContext call,
      RequestTarget target,
      RequestScope scope,
      RequestContext scoped)
      implements ResourceLease<T> {
    /** What Jersey knows without a request. */
    private static final Set<Class<?>> OF_APPLICATION =
        Set.of(Application.class, Configuration.class, Providers.class, ResourceContext.class);

    @Override
    public T resource() {
      return Injections.getOrCreate(injections, type);
    }

    @Override
    public <C> Optional<C> context(Class<C> type) {
      return OF_APPLICATION.contains(type)
          ? Optional.ofNullable(injections.getInstance(type))
          : Optional.empty();
    }

    @Override
    public <R extends @Nullable Object> R attached(Callable<R> method) throws Exception {
      Callable<R> shown =
          () -> {
            ShownRequest.show(injections, call, target);
            return method.call();
          };
      return scope.runInScope(scoped, shown);
    }

    @Override
    public void release() {
      scoped.release();
    }
  }
}
