package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.TestCompiler;
import io.triglot.processor.types.EveryProtocol;
import io.triglot.runtime.Api;
import io.triglot.runtime.rest.RestEndpoint;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated clients say which version they expect, and learn that there is another. */
class VersionedClientsTest {
  @Test
  @SuppressWarnings("unchecked")
  void expectVersions(@TempDir Path directory) throws Exception {
    ClassLoader loader = TestCompiler.javac(directory).compile(SOURCES).requireSuccess().loader();
    Object service = loader.loadClass("com.acme.Counters").getConstructor().newInstance();
    BiFunction<Object, Object, String> clients =
        (BiFunction<Object, Object, String>)
            loader.loadClass("com.acme.Clients").getConstructor().newInstance();
    try (EveryProtocol protocols = EveryProtocol.of(service);
        RestHost host = DirectHost.start(RestEndpoint.of(Api.of(service)), 10_000);
        RestHost jersey = JerseyHost.start(RestEndpoint.of(Api.of(service)), 10_000)) {
      for (Object target : new Object[] {host.uri(), jersey.uri(), protocols.channel()}) {
        assertThat(clients.apply(target, "1 \u00e9\"%")).isEqualTo("added");
        assertThat(clients.apply(target, "*")).isEqualTo("added");
        assertThat(clients.apply(target, "\"1%20%C3%A9%22%25\"")).isEqualTo("added");
        assertThat(clients.apply(target, "")).isEqualTo("added");
        assertThat(clients.apply(target, "2")).contains("ABORTED", "VERSION_MISMATCH");
        assertThat(clients.apply(target, "W/\"1\"")).contains("ABORTED", "VERSION_MISMATCH");
      }
    }
  }

  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    import io.triglot.ApiOperation;
    import io.triglot.ExpectedVersion;
    import java.util.Optional;

    public class Counters {
      @ApiOperation("POST /counters/{id}/add")
      public String addTo(String id, int amount, Optional<ExpectedVersion> expected) {
        expected.ifPresent(version -> version.require("1 \u00e9\\"%"));
        return "added";
      }
    }
    """,
    """
    package com.acme;

    import io.grpc.Channel;
    import io.grpc.StatusRuntimeException;
    import io.grpc.protobuf.StatusProto;
    import io.triglot.ExpectedVersion;
    import io.triglot.runtime.RemoteCallException;
    import io.triglot.runtime.rest.RestChannel;
    import java.net.URI;
    import java.util.Optional;
    import java.util.function.BiFunction;

    public class Clients implements BiFunction<Object, Object, String> {
      @Override
      public String apply(Object target, Object version) {
        Optional<ExpectedVersion> expected =
            version.equals("")
                ? Optional.empty()
                : Optional.of(ExpectedVersion.parse(version.toString()));
        try {
          return target instanceof URI uri
              ? CountersRestClient.of(RestChannel.to(uri)).addTo("c", 1, expected)
              : CountersGrpcClient.of((Channel) target).addTo("c", 1, expected);
        } catch (RemoteCallException refused) {
          return refused.failure().code() + " " + refused.failure().reason();
        } catch (StatusRuntimeException refused) {
          return refused.getStatus().getCode() + " " + StatusProto.fromThrowable(refused);
        }
      }
    }
    """
  };
}
