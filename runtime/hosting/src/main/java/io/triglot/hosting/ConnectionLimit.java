package io.triglot.hosting;

import io.grpc.netty.shaded.io.netty.channel.Channel;
import io.grpc.netty.shaded.io.netty.channel.ChannelHandlerContext;
import io.grpc.netty.shaded.io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Has a listening channel accept no more while it has as many connections as it may: the next ones
 * wait in the kernel until one is closed. Those that were just being accepted come in, a few at
 * most. Belongs to the channel's event loop.
 */
final class ConnectionLimit extends ChannelInboundHandlerAdapter {
  private final int most;
  private int open;

  ConnectionLimit(int most) {
    this.most = most;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object accepted) {
    open++;
    if (open >= most) {
      context.channel().config().setAutoRead(false);
    }
    ((Channel) accepted)
        .closeFuture()
        .addListener(closed -> context.executor().execute(() -> closed(context)));
    context.fireChannelRead(accepted);
  }

  private void closed(ChannelHandlerContext context) {
    open--;
    if (open < most && context.channel().isOpen()) {
      context.channel().config().setAutoRead(true);
    }
  }
}
