package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.EquivalentAddressGroup;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import io.grpc.NameResolverRegistry;
import io.grpc.Status;
import io.grpc.StatusOr;
import io.grpc.StatusRuntimeException;
import io.triglot.server.library.Book;
import io.triglot.server.library.LibraryService;
import io.triglot.server.library.LibraryServiceGrpcClient;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that knows all instances and spreads its calls over them, as the guide has it. */
@Timeout(120)
class ClientSideBalancingTest {
  private final AtomicInteger first = new AtomicInteger();
  private final AtomicInteger second = new AtomicInteger();

  @Test
  void spreadsCallsOverAllInstancesAndLeavesOneThatHasStopped() {
    try (TriglotServer one = serve(first);
        TriglotServer other = serve(second)) {
      Instances instances = new Instances(List.of(one.grpcPort(), other.grpcPort()));
      NameResolverRegistry.getDefaultRegistry().register(instances);
      ManagedChannel channel =
          Grpc.newChannelBuilder("instances:///library", InsecureChannelCredentials.create())
              .defaultLoadBalancingPolicy("round_robin")
              .build();
      try {
        LibraryServiceGrpcClient library = LibraryServiceGrpcClient.of(channel);
        while (first.get() == 0 || second.get() == 0) { // each is called once it is connected
          library.book("1");
        }
        first.set(0);
        second.set(0);
        for (int i = 0; i < 10; i++) {
          library.book("1");
        }
        assertThat(List.of(first.get(), second.get())).containsExactly(5, 5);

        one.stop();
        int answers = 0;
        while (answers < 10) {
          answers = answers(library) ? answers + 1 : 0;
        }
        assertThat(first).hasValue(5);
      } finally {
        channel.shutdownNow();
        NameResolverRegistry.getDefaultRegistry().deregister(instances);
      }
    }
  }

  /** Whether a call is answered; one may be on its way while its instance goes away. */
  private static boolean answers(LibraryServiceGrpcClient library) {
    try {
      library.book("1");
      return true;
    } catch (StatusRuntimeException e) {
      assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      return false;
    }
  }

  private static TriglotServer serve(AtomicInteger calls) {
    return TriglotServer.builder()
        .service(new LibraryService(calls::incrementAndGet, context -> new Book("", "")))
        .host("127.0.0.1")
        .port(0)
        .grpcPort(0)
        .start();
  }

  /** Stands in for a DNS name with several addresses, which could not have several ports. */
  private static final class Instances extends NameResolverProvider {
    private final List<Integer> ports;

    Instances(List<Integer> ports) {
      this.ports = ports;
    }

    @Override
    public NameResolver newNameResolver(URI target, NameResolver.Args args) {
      return new NameResolver() {
        @Override
        public String getServiceAuthority() {
          return "library";
        }

        @Override
        public void start(Listener2 listener) {
          listener.onResult(
              ResolutionResult.newBuilder()
                  .setAddressesOrError(StatusOr.fromValue(addresses()))
                  .build());
        }

        @Override
        public void shutdown() {}
      };
    }

    private List<EquivalentAddressGroup> addresses() {
      Stream<InetSocketAddress> all =
          ports.stream().map(port -> new InetSocketAddress("127.0.0.1", port));
      return all.map(EquivalentAddressGroup::new).toList();
    }

    @Override
    public String getDefaultScheme() {
      return "instances";
    }

    @Override
    protected boolean isAvailable() {
      return true;
    }

    @Override
    protected int priority() {
      return 5;
    }
  }
}
