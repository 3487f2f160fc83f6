package io.triglot.processor.types;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TemporaryFolder;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A service that javac compiles before the tests of a class, bound on every protocol. */
final class CompiledService implements BeforeAllCallback, AfterAllCallback {
  private final String name;
  private final String[] sources;
  private @Nullable TemporaryFolder folder;
  private @Nullable Compilation compilation;
  private @Nullable EveryProtocol protocols;

  CompiledService(String name, String... sources) {
    this.name = name;
    this.sources = sources.clone();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    folder = TemporaryFolder.create();
    compilation =
        TestCompiler.javac(directory().resolve("javac")).compile(sources).requireSuccess();
    protocols = EveryProtocol.of(compilation, name);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (protocols != null) {
      protocols.close();
    }
    if (folder != null) {
      folder.close();
    }
  }

  /** A folder for other compilations of the class. */
  Path directory() {
    return Objects.requireNonNull(folder).path();
  }

  Compilation compilation() {
    return Objects.requireNonNull(compilation);
  }

  /** See {@link EveryProtocol#as}. */
  EveryProtocol as(String... roles) {
    return protocols().as(roles);
  }

  /** See {@link EveryProtocol#rest}. */
  JsonNode rest(String method, String pathAndQuery, String body) {
    return protocols().rest(method, pathAndQuery, body);
  }

  /** See {@link EveryProtocol#graphQl}. */
  JsonNode graphQl(String document, Map<String, Object> variables) {
    return protocols().graphQl(document, variables);
  }

  /** See {@link EveryProtocol#grpc}. */
  JsonNode grpc(String rpc, String request) {
    return protocols().grpc(rpc, request);
  }

  /** All of it. */
  EveryProtocol protocols() {
    return Objects.requireNonNull(protocols);
  }
}
