package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.BindableService;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A generated service as a plain {@link BindableService} on a grpc-netty that is not ours. */
@Timeout(120)
class NettyHostTest {
  private static final int LIMIT = 1 << 20;
  private static final Metadata.Key<String> TOKEN =
      Metadata.Key.of("token", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> ENCODING =
      Metadata.Key.of("grpc-encoding", Metadata.ASCII_STRING_MARSHALLER);

  @TempDir static Path directory;
  private static Server server;
  private static ManagedChannel channel;

  @BeforeAll
  static void open() throws Exception {
    Compilation compilation =
        TestCompiler.javac(directory)
            .compile(
                """
                package com.acme.tree;

                import io.triglot.ApiOperation;
                import io.triglot.ApiService;
                import io.triglot.runtime.Protocol;
                import java.util.List;

                @ApiService(protocols = Protocol.GRPC)
                public class Trees {
                  public record Node(String name, List<Node> nodes) {}

                  @ApiOperation
                  public String findName(Node node) {
                    return node.name();
                  }
                }
                """)
            .requireSuccess();
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(service(compilation))
            .intercept(new Guard())
            .maxInboundMessageSize(LIMIT)
            .keepAliveTime(1, TimeUnit.MINUTES)
            .build()
            .start();
    channel =
        Grpc.newChannelBuilderForAddress(
                "127.0.0.1", server.getPort(), InsecureChannelCredentials.create())
            .build();
  }

  private static BindableService service(Compilation compilation) throws Exception {
    Class<?> type = compilation.load("com.acme.tree.Trees");
    Object trees = type.getConstructor().newInstance();
    return (BindableService)
        type.getClassLoader()
            .loadClass("com.acme.tree.TreesGrpc")
            .getConstructors()[0]
            .newInstance(trees, Api.of(trees).calls());
  }

  @AfterAll
  static void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void answersThere() {
    assertThat(call(CallOptions.DEFAULT, node("Oak"))).isEqualTo("Oak");
  }

  @Test
  void letsAnInterceptorOfTheApplicationsOwnRefuseCalls() {
    assertThat(
            catchThrowableOfType(
                    StatusRuntimeException.class,
                    () -> ClientCalls.blockingUnaryCall(channel, METHOD, CallOptions.DEFAULT, ""))
                .getStatus()
                .getDescription())
        .isEqualTo("no token");
  }

  @Test
  void takesAndGivesCompressedMessages() {
    AtomicReference<Metadata> headers = new AtomicReference<>();
    String name = "Oak".repeat(10_000);
    assertThat(
            call(
                CallOptions.DEFAULT.withCompression("gzip"),
                node(name),
                MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>())))
        .isEqualTo(name);
    assertThat(headers.get().get(ENCODING)).isEqualTo("gzip");
  }

  @Test
  void refusesHostileMessagesWithTheFieldsPath() {
    assertFails("INVALID_ARGUMENT: node: ends too early", hex("0affffffff07"));
    assertFails("INVALID_ARGUMENT: node.name: ends too early", hex("0a060affffffff07"));
    assertFails("INVALID_ARGUMENT: node.name: is not valid UTF-8", hex("0a040a02c328"));
    assertFails("INVALID_ARGUMENT: has a field with the number 0", new byte[LIMIT]);
    byte[] groups = new byte[LIMIT];
    Arrays.fill(groups, (byte) 0x7B);
    assertFails("INVALID_ARGUMENT: 15: is nested deeper than 100 levels", groups);
    byte[] deep = new byte[0];
    for (int i = 0; i < 5_000; i++) {
      deep = field(0x12, deep);
    }
    assertThat(failure(CallOptions.DEFAULT, field(0x0A, deep)))
        .startsWith("INVALID_ARGUMENT: node.nodes[0].nodes[0]")
        .endsWith("is nested deeper than 100 levels");
  }

  @Test
  void refusesMoreThanTheLimitBeforeItReads() {
    assertThat(failure(CallOptions.DEFAULT, new byte[64 << 20])).startsWith("RESOURCE_EXHAUSTED");
    // 64 MiB of nothing are 64 KiB on the wire.
    assertThat(failure(CallOptions.DEFAULT.withCompression("gzip"), new byte[64 << 20]))
        .startsWith("RESOURCE_EXHAUSTED");
    assertThat(call(CallOptions.DEFAULT, node("Oak"))).isEqualTo("Oak");
  }

  private static void assertFails(String status, byte[] request) {
    assertThat(failure(CallOptions.DEFAULT, request)).isEqualTo(status);
  }

  private static String failure(CallOptions options, byte[] request) {
    Status status =
        catchThrowableOfType(StatusRuntimeException.class, () -> call(options, request))
            .getStatus();
    return status.getCode() + ": " + status.getDescription();
  }

  private static String call(
      CallOptions options, byte[] request, ClientInterceptor... interceptors) {
    Metadata token = new Metadata();
    token.put(TOKEN, "secret");
    Channel calling =
        ClientInterceptors.intercept(
            ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(token)),
            interceptors);
    return ClientCalls.blockingUnaryCall(
        calling, METHOD, options, new String(request, StandardCharsets.ISO_8859_1));
  }

  private static byte[] node(String name) {
    return field(0x0A, field(0x0A, name.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] field(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    for (int rest = content.length; ; rest >>>= 7) {
      if (rest < 0x80) {
        out.write(rest);
        break;
      }
      out.write(rest & 0x7F | 0x80);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  /** Requests are bytes as a Latin-1 string; of a response the text in field 1. */
  private static final MethodDescriptor<String, String> METHOD =
      MethodDescriptor.newBuilder(new Bytes(false), new Bytes(true))
          .setType(MethodType.UNARY)
          .setFullMethodName("acme.tree.v1.TreesService/FindName")
          .build();

  private record Bytes(boolean response) implements MethodDescriptor.Marshaller<String> {
    @Override
    public InputStream stream(String bytes) {
      return new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public String parse(InputStream stream) {
      try {
        String bytes = new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
        return response ? bytes.substring(bytes.indexOf("Oak")) : bytes;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** An application's own: calls need a token, and responses are compressed. */
  private static final class Guard implements ServerInterceptor {
    @Override
    public <Q, P> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, P> call, Metadata headers, ServerCallHandler<Q, P> handler) {
      if (!"secret".equals(headers.get(TOKEN))) {
        call.close(Status.UNAUTHENTICATED.withDescription("no token"), new Metadata());
        return new ServerCall.Listener<>() {};
      }
      call.setCompression("gzip");
      return handler.startCall(call, headers);
    }
  }
}
