package io.triglot.processor.backend.rest;

import io.triglot.runtime.Authenticator;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import java.nio.file.Path;
import java.util.Optional;
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
    HostedApi library =
        HostedApi.of("com.acme.library.BookService", Library.withRacks())
            .and("com.acme.library.RackService")
            .authenticatedBy(Names.class);
    HostedApi.Running running = starter().start(library, directory, MAX_BODY_BYTES);
    openStreams = (AtomicInteger) running.held("com.acme.library.CountingPublisher", "OPEN");
    host = running.host();
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

  /** Callers' tokens are their names and their roles. */
  public static final class Names implements Authenticator {
    @Override
    public Optional<Caller> authenticate(CallRequest request) {
      return request
          .header("Authorization")
          .map(value -> value.replace("Bearer ", ""))
          .map(name -> new Caller(name, Set.of(name)));
    }
  }
}
