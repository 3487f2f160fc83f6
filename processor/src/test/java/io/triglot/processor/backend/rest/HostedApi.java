package io.triglot.processor.backend.rest;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.Authenticator;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import io.triglot.runtime.graphql.GraphQlResource;
import io.triglot.runtime.graphql.GraphQlSettings;
import io.triglot.runtime.rest.RestEndpoint;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An API as a host has it that makes its objects itself: by name, in a class loader of its own.
 *
 * @param sources what is compiled
 * @param options of the processor
 * @param services the names of the classes of its services, which have a constructor without
 *     parameters
 * @param authenticator its class, of the tests
 * @param graphQl the class, of the tests, that says how it is served on GraphQL, too
 */
public record HostedApi(
    List<String> sources,
    List<String> options,
    List<String> services,
    Optional<Class<? extends Authenticator>> authenticator,
    Optional<Class<? extends Supplier<GraphQlSettings>>> graphQl) {

  /** An API of these sources with one service. */
  public static HostedApi of(String service, String... sources) {
    return new HostedApi(
        List.of(sources), List.of(), List.of(service), Optional.empty(), Optional.empty());
  }

  HostedApi and(String service) {
    List<String> both = List.of(services.get(0), service);
    return new HostedApi(sources, options, both, authenticator, graphQl);
  }

  HostedApi with(String option) {
    return new HostedApi(sources, List.of(option), services, authenticator, graphQl);
  }

  /** The same with an authenticator, which has a constructor without parameters. */
  public HostedApi authenticatedBy(Class<? extends Authenticator> type) {
    return new HostedApi(sources, options, services, Optional.of(type), graphQl);
  }

  /**
   * The same on GraphQL, too, with settings of a class that has a constructor without parameters.
   */
  public HostedApi onGraphQl(Class<? extends Supplier<GraphQlSettings>> settings) {
    return new HostedApi(sources, options, services, authenticator, Optional.of(settings));
  }

  /** Compiles it. */
  public Compilation compile(Path directory) {
    TestCompiler compiler = TestCompiler.javac(directory);
    for (String option : options) {
      compiler = compiler.with(option);
    }
    return compiler.compile(sources.toArray(String[]::new)).requireSuccess();
  }

  /** Makes it of what a loader has. */
  Endpoints in(ClassLoader loader) throws ReflectiveOperationException {
    Api.Builder builder = Api.builder();
    for (String service : services) {
      builder.service(loader.loadClass(service).getConstructor().newInstance());
    }
    if (authenticator.isPresent()) {
      builder.authenticator(authenticator.get().getConstructor().newInstance());
    }
    Api api = builder.build();
    Optional<GraphQlEndpoint> served = Optional.empty();
    if (graphQl.isPresent()) {
      GraphQlSettings settings = graphQl.get().getConstructor().newInstance().get();
      served = Optional.of(GraphQlEndpoint.of(api, settings));
    }
    return new Endpoints(RestEndpoint.of(api), served);
  }

  /** What a host is given that does not make objects itself. */
  public record Endpoints(RestEndpoint rest, Optional<GraphQlEndpoint> graphQl) {
    /** The resources, which serve all requests. */
    public Set<Object> resources() {
      Set<Object> resources = new LinkedHashSet<>(rest.resources());
      graphQl.map(GraphQlResource::new).ifPresent(resources::add);
      return resources;
    }
  }

  /**
   * A host that has it.
   *
   * @param loader the one of its classes
   */
  public record Running(RestHost host, ClassLoader loader) {
    /** What a public static field holds. */
    public Object held(String type, String field) throws ReflectiveOperationException {
      return loader.loadClass(type).getField(field).get(null);
    }
  }
}
