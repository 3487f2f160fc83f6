package io.triglot.processor.backend.rest;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.Caller;
import io.triglot.runtime.rest.RestEndpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a client sees of the library, whatever the host is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RestBehaviour
    implements BindingBehaviour, ResultBehaviour, RefusalBehaviour, StreamBehaviour {
  private RestHost host;
  private RestClient client;
  private AtomicInteger openStreams;

  /** Starts the host under test. */
  protected abstract RestHost.Starter starter();

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    Path sources = Path.of("src/test/resources/rest/library/com/acme/library");
    try (Stream<Path> files = Files.list(sources)) {
      Compilation library = TestCompiler.javac(directory).compile(files.sorted().toList());
      ClassLoader loader = library.requireSuccess().loader();
      openStreams =
          (AtomicInteger)
              loader.loadClass("com.acme.library.CountingPublisher").getField("OPEN").get(null);
      Class<?> service = loader.loadClass("com.acme.library.BookService");
      host =
          starter()
              .start(RestEndpoint.of(api(service.getConstructor().newInstance())), MAX_BODY_BYTES);
      client = new RestClient(host.uri());
    }
  }

  @AfterAll
  void stop() {
    host.close();
  }

  @Override
  public RestClient client() {
    return client;
  }

  @Override
  public AtomicInteger openStreams() {
    return openStreams;
  }

  /** An API whose callers' tokens are their names and their roles. */
  private static Api api(Object service) {
    return Api.builder()
        .service(service)
        .authenticator(
            request ->
                request
                    .header("Authorization")
                    .map(value -> value.replace("Bearer ", ""))
                    .map(name -> new Caller(name, Set.of(name))))
        .build();
  }
}
