package io.triglot.runtime.rest;

import io.triglot.runtime.Api;
import io.triglot.runtime.Failure;
import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API's REST side: the routes that answer its requests, the same as resources for a JAX-RS
 * container, and the description of both.
 *
 * <p>Immutable and thread-safe.
 */
public final class RestEndpoint implements HttpEndpoint {
  private final Api api;
  private final List<RestRoute> routes;
  private final RouteDispatcher dispatcher;
  private volatile @Nullable String openApi;

  private RestEndpoint(Api api) {
    this.api = api;
    routes =
        api.bindings("Routes", RestBinding.class).stream()
            .flatMap(binding -> binding.routes().stream())
            .toList();
    dispatcher = new RouteDispatcher(routes, api.calls()::mayBlock);
    if (!api.isOfOneModule()) {
      openApi(); // refuses types that no processor has seen together
    }
  }

  /**
   * The endpoint of an API.
   *
   * @throws IllegalStateException where two of its operations have the same route, or two services
   *     different types of one name
   */
  public static RestEndpoint of(Api api) {
    return new RestEndpoint(api);
  }

  /** The routes of all services, in the order of the services. */
  public List<RestRoute> routes() {
    return routes;
  }

  /**
   * The generated {@code jakarta.ws.rs} resources, each an instance that serves all requests: what
   * a {@code jakarta.ws.rs.core.Application} returns as its singletons.
   */
  public Set<Object> resources() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(api.bindings("Resource", Object.class)));
  }

  /** The methods of a path, as {@code Allow} has them; empty where there is nothing. */
  Optional<String> allowed(String path) {
    return dispatcher.allowed(path);
  }

  /** The OpenAPI 3.1 description of all services, as JSON: made when it is first asked for. */
  public String openApi() {
    String known = openApi;
    if (known == null) {
      known =
          OpenApiDocument.merge(
              api.services().stream()
                  .map(service -> service.contract().fragment("rest"))
                  .filter(fragment -> !fragment.isEmpty())
                  .toList());
      openApi = known;
    }
    return known;
  }

  /**
   * The same description for clients that find the API below a path.
   *
   * @param basePath such as {@code /shop}; servers that are absolute paths are below it
   */
  public String openApi(String basePath) {
    return OpenApiDocument.below(basePath, openApi());
  }

  /**
   * The same description as YAML.
   *
   * @param basePath such as {@code /shop}, as of {@link #openApi(String)}; empty for none
   */
  public String openApiYaml(String basePath) {
    return OpenApiDocument.yaml(openApi(basePath));
  }

  @Override
  public Exchange accept(HttpRequest request) {
    return dispatcher.accept(request);
  }

  @Override
  public HttpResponse refusal(HttpRequest request, Failure failure) {
    return Problem.of(failure).response();
  }
}
