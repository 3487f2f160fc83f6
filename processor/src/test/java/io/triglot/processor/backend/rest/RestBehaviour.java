package io.triglot.processor.backend.rest;

import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.Caller;
import io.triglot.runtime.rest.RestEndpoint;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a client sees of the library, whatever the host is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RestBehaviour
    implements BindingBehaviour,
        ResultBehaviour,
        RefusalBehaviour,
        StreamBehaviour,
        ChangeBehaviour {
  private RestHost host;
  private RestClient client;
  private AtomicInteger openStreams;

  /** Starts the host under test. */
  protected abstract RestHost.Starter starter();

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    ClassLoader loader =
        TestCompiler.javac(directory).compile(Library.withRacks()).requireSuccess().loader();
    openStreams =
        (AtomicInteger)
            loader.loadClass("com.acme.library.CountingPublisher").getField("OPEN").get(null);
    Object books = loader.loadClass("com.acme.library.BookService").getConstructor().newInstance();
    Object racks = loader.loadClass("com.acme.library.RackService").getConstructor().newInstance();
    host = starter().start(RestEndpoint.of(api(books, racks)), MAX_BODY_BYTES);
    client = new RestClient(host.uri());
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
  private static Api api(Object books, Object racks) {
    return Api.builder()
        .service(books)
        .service(racks)
        .authenticator(
            request ->
                request
                    .header("Authorization")
                    .map(value -> value.replace("Bearer ", ""))
                    .map(name -> new Caller(name, Set.of(name))))
        .build();
  }
}
