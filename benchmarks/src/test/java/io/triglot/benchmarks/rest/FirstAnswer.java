package io.triglot.benchmarks.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.grpc.CallOptions;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.triglot.benchmarks.shop.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;

/** The first answer of a server that is just starting: asked again and again until it is there. */
enum FirstAnswer {
  REST {
    @Override
    void ask(ServerProcess server, String below) throws IOException {
      http(server, below + "/products/7", null);
    }
  },
  GRAPHQL {
    @Override
    void ask(ServerProcess server, String below) throws IOException {
      http(
          server, "/graphql", "{\"query\":\"{ product(id: \\\"7\\\") { id name price stock } }\"}");
    }
  },
  GRPC {
    @Override
    void ask(ServerProcess server, String below) throws IOException {
      int port = server.ports().grpc();
      new Socket(InetAddress.getLoopbackAddress(), port).close(); // or there is nobody yet
      ManagedChannel channel =
          NettyChannelBuilder.forAddress("127.0.0.1", port, InsecureChannelCredentials.create())
              .directExecutor()
              .build();
      try {
        ClientCalls.blockingUnaryCall(
            channel, PRODUCT, CallOptions.DEFAULT, new byte[] {10, 1, '7'});
      } finally {
        channel.shutdownNow();
      }
    }
  };

  private static final MethodDescriptor<byte[], byte[]> PRODUCT =
      MethodDescriptor.newBuilder(Bytes.INSTANCE, Bytes.INSTANCE)
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("triglot.benchmarks.rest.triglot.v1.ShopService/Product")
          .build();

  /** Asks once. Throws when nobody answers. */
  abstract void ask(ServerProcess server, String below) throws IOException;

  /** Asks until there is an answer. */
  void await(ServerProcess server, String below) throws IOException, InterruptedException {
    while (true) {
      try {
        ask(server, below);
        return;
      } catch (IOException e) {
        if (!server.isAlive() || server.millisSinceStart() > 300_000) {
          throw new IOException("The server has not started", e);
        }
        Thread.sleep(2);
      }
    }
  }

  private static void http(ServerProcess server, String path, String body) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://127.0.0.1:" + server.ports().http() + path).toURL().openConnection();
    connection.setReadTimeout(60_000);
    if (body != null) {
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      connection.getOutputStream().write(body.getBytes(UTF_8));
    }
    try (InputStream in = connection.getInputStream()) {
      if (!new String(in.readAllBytes(), UTF_8).contains("Product number 7")) {
        throw new IOException("not the product");
      }
    } finally {
      connection.disconnect();
    }
  }
}
