package io.triglot.hosting;

import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCallExecutorSupplier;
import io.grpc.ServerCredentials;
import io.grpc.ServerServiceDefinition;
import io.grpc.TlsServerCredentials;
import io.grpc.TlsServerCredentials.ClientAuth;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.triglot.runtime.CallSlots;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The gRPC port: grpc-netty with threads that suit each method. */
final class GrpcPort implements Port {
  /**
   * What a connection may reset; clients that cancel their calls stay far below (CVE-2023-44487).
   */
  private static final int MOST_RESETS = 2_000;

  private static final int SECONDS_OF_RESETS = 10;

  private final GrpcSettings settings;
  private final Server server;
  private final GrpcSockets sockets;
  private final GrpcThreads threads;
  private final OpenExchanges calls = new OpenExchanges();
  private final MessagePatience patience;
  private int port;

  /**
   * A server that does not listen yet.
   *
   * @param executors chooses the thread of a call, given threads that may block
   * @param slots how many calls may be open at once
   */
  GrpcPort(
      GrpcSettings settings,
      List<ServerServiceDefinition> services,
      Function<Executor, ServerCallExecutorSupplier> executors,
      CallSlots slots) {
    this.settings = settings;
    Limits limits = settings.limits();
    Executor own = settings.executor();
    threads = own == null ? GrpcThreads.choose(limits) : GrpcThreads.of(own);
    sockets = new GrpcSockets(limits.maxConnections());
    patience = new MessagePatience(limits);
    GrpcSlots slotted = new GrpcSlots(slots);
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(
                new InetSocketAddress(settings.host(), settings.port()),
                credentials(settings.tls()))
            // What only reads headers stays on the event loop; a call that may block leaves it.
            .directExecutor()
            .callExecutor(slotted.choosing(executors.apply(threads.executor())))
            .addStreamTracerFactory(slotted)
            .intercept(slotted)
            .addServices(services)
            .intercept(new CallCounter(calls))
            .intercept(patience)
            .maxInboundMessageSize(limits.maxBodyBytes())
            .maxInboundMetadataSize(limits.maxHeaderBytes())
            .handshakeTimeout(limits.requestTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .maxConnectionIdle(limits.idleTimeout().toMillis() * 10, TimeUnit.MILLISECONDS)
            .maxRstFramesPerWindow(MOST_RESETS, SECONDS_OF_RESETS)
            // Finds clients that have vanished, and lets clients do the same.
            .keepAliveTime(1, TimeUnit.MINUTES)
            .keepAliveTimeout(20, TimeUnit.SECONDS)
            .permitKeepAliveTime(10, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true);
    AccessLog log = settings.accessLog();
    if (log != null) {
      builder.addStreamTracerFactory(log.grpc());
    }
    settings.customization().accept(sockets.with(builder));
    Proxies proxies = settings.proxies();
    if (proxies != null) {
      builder.intercept(new ForwardedCalls(proxies)); // the last one is the outermost
    }
    server = builder.build();
  }

  @Override
  public void start() {
    try {
      server.start();
      port = server.getPort();
    } catch (IOException e) {
      threads.stop().run();
      sockets.stop();
      throw Port.cannotListen(settings.host(), settings.port(), "grpcPort", e);
    }
  }

  /** The port that it was started on. */
  int number() {
    return port;
  }

  @Override
  public void look() {
    patience.look();
  }

  @Override
  public CompletionStage<Void> drain() {
    CompletionStage<Void> drained = calls.drain();
    server.shutdown();
    return drained;
  }

  /** Streams end by themselves, or are ended in the API's own words. */
  @Override
  public void closeSockets() {}

  /** Told by {@link #isQuiet}: there is no hurry, because a call may still be ended in words. */
  @Override
  public CompletionStage<Void> left() {
    return CompletableFuture.completedStage(null);
  }

  /** Every client has read that it is to leave, and has left. */
  @Override
  public boolean isQuiet() {
    return server.isTerminated();
  }

  /** Told by the slots. */
  @Override
  public boolean isUnused() {
    return true;
  }

  /** Cancels what is still in flight. */
  @Override
  public void stop() {
    server.shutdownNow();
    threads.stop().run();
    sockets.stop();
  }

  private static ServerCredentials credentials(@Nullable Tls tls) {
    if (tls == null) {
      return InsecureServerCredentials.create();
    }
    TlsServerCredentials.Builder credentials =
        TlsServerCredentials.newBuilder().keyManager(tls.keyManagers());
    tls.clients()
        .ifPresent(
            clients ->
                credentials
                    .trustManager(clients.managers())
                    .clientAuth(clients.needed() ? ClientAuth.REQUIRE : ClientAuth.OPTIONAL));
    return credentials.build();
  }
}
