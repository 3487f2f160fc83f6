package io.triglot.hosts.road;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.triglot.processor.testing.Compilation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.stream.Stream;

/** A version of the application that runs, and what its tests call by reflection. */
final class RunningVersion implements AutoCloseable {
  private static final URI ANY_PORT = URI.create("http://127.0.0.1:0/");

  private final ClassLoader loader;
  private final AutoCloseable server;
  private ManagedChannel channel;

  private RunningVersion(ClassLoader loader, AutoCloseable server) {
    this.loader = loader;
    this.server = server;
  }

  /** Starts a server class of it, which takes its address and whatever comes then. */
  static RunningVersion start(Compilation compilation, String server, Object... further) {
    ClassLoader loader = compilation.loader();
    Object[] arguments = Stream.concat(Stream.of(ANY_PORT), Stream.of(further)).toArray();
    return new RunningVersion(loader, (AutoCloseable) make(type(loader, server), arguments));
  }

  /** Where REST is served. */
  URI rest() {
    return URI.create("http://127.0.0.1:" + call(server, "port") + "/");
  }

  /** Where gRPC is served. */
  synchronized Channel grpc() {
    if (channel == null) {
      channel =
          NettyChannelBuilder.forAddress("127.0.0.1", (int) call(server, "grpcPort"))
              .usePlaintext()
              .build();
    }
    return channel;
  }

  /** The same for somebody who has signed in. */
  Channel grpc(String user) {
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), RestSuite.token(user));
    return ClientInterceptors.intercept(grpc(), MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  /** The generated client. */
  Object client(Channel caller) {
    return invoke(type(loader, "OrderResourceGrpcClient"), null, "of", caller);
  }

  /** An instance of a class of this version. */
  Object make(String type, Object... arguments) {
    return make(type(loader, type), arguments);
  }

  /** Calls the method of that name. */
  static Object call(Object target, String method, Object... arguments) {
    return invoke(target.getClass(), target, method, arguments);
  }

  private static Object make(Class<?> type, Object... arguments) {
    try {
      return type.getConstructors()[0].newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object invoke(Class<?> type, Object target, String name, Object... arguments) {
    Method method =
        Stream.of(type.getMethods())
            .filter(each -> each.getName().equals(name))
            .filter(each -> each.getParameterCount() == arguments.length)
            .findFirst()
            .orElseThrow(() -> new AssertionError(type + " has no " + name));
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AssertionError(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> type(ClassLoader loader, String name) {
    try {
      return Class.forName("com.acme.orders." + name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    if (channel != null) {
      channel.shutdownNow();
    }
    try {
      server.close();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
