package io.triglot.hosting;

import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.IoHandlerFactory;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.ServerChannel;
import io.grpc.netty.shaded.io.netty.channel.epoll.Epoll;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollIoHandler;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollServerSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The sockets of the gRPC port, whose event loops are its own: grpc-netty has a limit of calls but
 * none of connections, and lets nobody near the listening channel who does not bring all of them.
 */
final class GrpcSockets {
  private final EventLoopGroup accepting = loops("grpc-accept", 1);
  private final EventLoopGroup serving =
      loops("grpc-events", Runtime.getRuntime().availableProcessors());
  private final int maxConnections;

  GrpcSockets(int maxConnections) {
    this.maxConnections = maxConnections;
  }

  /** Has a server listen and serve here. */
  NettyServerBuilder with(NettyServerBuilder server) {
    return server
        .bossEventLoopGroup(accepting)
        .workerEventLoopGroup(serving)
        .channelFactory(this::listening)
        .withOption(ChannelOption.SO_BACKLOG, Port.BACKLOG);
  }

  /** Ends the threads, after what they have begun; those last that count what is closed. */
  void stop() {
    serving
        .shutdownGracefully(100, 2_000, TimeUnit.MILLISECONDS)
        .addListener(ended -> accepting.shutdownGracefully(100, 2_000, TimeUnit.MILLISECONDS));
  }

  private ServerChannel listening() {
    ServerChannel channel =
        Epoll.isAvailable() ? new EpollServerSocketChannel() : new NioServerSocketChannel();
    channel.pipeline().addLast(new ConnectionLimit(maxConnections));
    return channel;
  }

  private static EventLoopGroup loops(String name, int threads) {
    IoHandlerFactory io =
        Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    return new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory(name, true), io);
  }
}
