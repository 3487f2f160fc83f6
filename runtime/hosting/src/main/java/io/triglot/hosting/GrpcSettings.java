package io.triglot.hosting;

import io.grpc.ServerBuilder;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where and how gRPC listens.
 *
 * @param host the address that it is bound to; {@code 0.0.0.0} is every one of the machine
 * @param port 0 for any free one
 * @param tls the certificate; null for plain text
 * @param limits what is taken from a client
 * @param executor runs calls that may block; null for threads of its own
 * @param accessLog what is told of calls that reach no operation; null for nobody
 * @param proxies who is believed when it tells for whom it asks; null for nobody
 * @param customization what the application changes in the gRPC server, after ours
 */
record GrpcSettings(
    String host,
    int port,
    @Nullable Tls tls,
    Limits limits,
    @Nullable Executor executor,
    @Nullable AccessLog accessLog,
    @Nullable Proxies proxies,
    Consumer<? super ServerBuilder<?>> customization) {

  static final GrpcSettings DEFAULTS =
      new GrpcSettings("0.0.0.0", 9090, null, Limits.DEFAULTS, null, null, null, grpc -> {});

  GrpcSettings {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(customization, "customization");
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("Not a port: " + port);
    }
  }

  GrpcSettings withHost(String value) {
    return new GrpcSettings(value, port, tls, limits, executor, accessLog, proxies, customization);
  }

  GrpcSettings withPort(int value) {
    return new GrpcSettings(host, value, tls, limits, executor, accessLog, proxies, customization);
  }

  GrpcSettings withTls(Tls value) {
    return new GrpcSettings(host, port, value, limits, executor, accessLog, proxies, customization);
  }

  GrpcSettings withLimits(Limits value) {
    return new GrpcSettings(host, port, tls, value, executor, accessLog, proxies, customization);
  }

  GrpcSettings withExecutor(Executor value) {
    return new GrpcSettings(host, port, tls, limits, value, accessLog, proxies, customization);
  }

  GrpcSettings withAccessLog(AccessLog value) {
    return new GrpcSettings(host, port, tls, limits, executor, value, proxies, customization);
  }

  GrpcSettings withCustomization(Consumer<? super ServerBuilder<?>> value) {
    return new GrpcSettings(host, port, tls, limits, executor, accessLog, proxies, value);
  }

  GrpcSettings withProxies(Proxies value) {
    return new GrpcSettings(host, port, tls, limits, executor, accessLog, value, customization);
  }
}
