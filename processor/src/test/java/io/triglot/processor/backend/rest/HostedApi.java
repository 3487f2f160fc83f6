package io.triglot.processor.backend.rest;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.Authenticator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An API as a host has it that makes its objects itself: by name, in a class loader of its own.
 *
 * @param sources what is compiled
 * @param options of the processor
 * @param services the names of the classes of its services, which have a constructor without
 *     parameters
 * @param authenticator its class, of the tests
 */
public record HostedApi(
    List<String> sources,
    List<String> options,
    List<String> services,
    Optional<Class<? extends Authenticator>> authenticator) {

  /** An API of these sources with one service. */
  static HostedApi of(String service, String... sources) {
    return new HostedApi(List.of(sources), List.of(), List.of(service), Optional.empty());
  }

  HostedApi and(String service) {
    List<String> both = List.of(services.get(0), service);
    return new HostedApi(sources, options, both, authenticator);
  }

  HostedApi with(String option) {
    return new HostedApi(sources, List.of(option), services, authenticator);
  }

  HostedApi authenticatedBy(Class<? extends Authenticator> type) {
    return new HostedApi(sources, options, services, Optional.of(type));
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
  Api in(ClassLoader loader) throws ReflectiveOperationException {
    Api.Builder api = Api.builder();
    for (String service : services) {
      api.service(loader.loadClass(service).getConstructor().newInstance());
    }
    if (authenticator.isPresent()) {
      api.authenticator(authenticator.get().getConstructor().newInstance());
    }
    return api.build();
  }

  /**
   * A host that has it.
   *
   * @param loader the one of its classes
   */
  public record Running(RestHost host, ClassLoader loader) {
    /** What a public static field holds. */
    Object held(String type, String field) throws ReflectiveOperationException {
      return loader.loadClass(type).getField(field).get(null);
    }
  }
}
