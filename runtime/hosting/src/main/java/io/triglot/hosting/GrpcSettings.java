package io.triglot.hosting;

import io.grpc.ServerBuilder;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
 * @param customization what the application changes in the gRPC server, after ours
 * @param readiness what has to be there, by name
 * @param noticeTime how long a stop goes on as before, so that others can notice
 * @param drainTime how long a stop waits for calls in flight and open streams
 */
record GrpcSettings(
    String host,
    int port,
    @Nullable Tls tls,
    Limits limits,
    @Nullable Executor executor,
    @Nullable AccessLog accessLog,
    Consumer<? super ServerBuilder<?>> customization,
    Map<String, ReadinessCheck> readiness,
    Duration noticeTime,
    Duration drainTime) {

  static final GrpcSettings DEFAULTS =
      new GrpcSettings(
          "0.0.0.0",
          9090,
          null,
          Limits.DEFAULTS,
          null,
          null,
          grpc -> {},
          Map.of(),
          Duration.ZERO,
          Duration.ofSeconds(30));

  GrpcSettings {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(customization, "customization");
    readiness = Collections.unmodifiableMap(new TreeMap<>(readiness));
    Objects.requireNonNull(noticeTime, "noticeTime");
    Objects.requireNonNull(drainTime, "drainTime");
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("Not a port: " + port);
    }
  }

  GrpcSettings withHost(String value) {
    return new GrpcSettings(
        value,
        port,
        tls,
        limits,
        executor,
        accessLog,
        customization,
        readiness,
        noticeTime,
        drainTime);
  }

  GrpcSettings withPort(int value) {
    return new GrpcSettings(
        host,
        value,
        tls,
        limits,
        executor,
        accessLog,
        customization,
        readiness,
        noticeTime,
        drainTime);
  }

  GrpcSettings withTls(Tls value) {
    return new GrpcSettings(
        host,
        port,
        value,
        limits,
        executor,
        accessLog,
        customization,
        readiness,
        noticeTime,
        drainTime);
  }

  GrpcSettings withLimits(Limits value) {
    return new GrpcSettings(
        host,
        port,
        tls,
        value,
        executor,
        accessLog,
        customization,
        readiness,
        noticeTime,
        drainTime);
  }

  GrpcSettings withExecutor(Executor value) {
    return new GrpcSettings(
        host, port, tls, limits, value, accessLog, customization, readiness, noticeTime, drainTime);
  }

  GrpcSettings withAccessLog(AccessLog value) {
    return new GrpcSettings(
        host, port, tls, limits, executor, value, customization, readiness, noticeTime, drainTime);
  }

  GrpcSettings withCustomization(Consumer<? super ServerBuilder<?>> value) {
    return new GrpcSettings(
        host, port, tls, limits, executor, accessLog, value, readiness, noticeTime, drainTime);
  }

  GrpcSettings withReadiness(String name, ReadinessCheck check) {
    if (!name.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException("Not the name of a check: " + name);
    }
    Map<String, ReadinessCheck> more = new TreeMap<>(readiness);
    if (more.put(name, Objects.requireNonNull(check, "check")) != null) {
      throw new IllegalArgumentException("There are two readiness checks named " + name);
    }
    return new GrpcSettings(
        host, port, tls, limits, executor, accessLog, customization, more, noticeTime, drainTime);
  }

  GrpcSettings withNoticeTime(Duration value) {
    return new GrpcSettings(
        host, port, tls, limits, executor, accessLog, customization, readiness, value, drainTime);
  }

  GrpcSettings withDrainTime(Duration value) {
    return new GrpcSettings(
        host, port, tls, limits, executor, accessLog, customization, readiness, noticeTime, value);
  }
}
