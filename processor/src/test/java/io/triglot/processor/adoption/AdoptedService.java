package io.triglot.processor.adoption;

import com.google.protobuf.Descriptors;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoServiceDescriptorSupplier;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.triglot.runtime.Api;
import io.triglot.runtime.Authenticator;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.grpc.GrpcEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An adopted resource on a gRPC server of 127.0.0.1. Requests and answers are JSON with single
 * quotes.
 */
final class AdoptedService implements AutoCloseable {
  private final ServerServiceDefinition service;
  private final Server server;
  private final ManagedChannel channel;
  private final Metadata headers = new Metadata();

  private AdoptedService(Api api) throws IOException {
    service = GrpcEndpoint.of(api).services().get(0);
    server =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .addService(service)
            .build()
            .start();
    channel =
        Grpc.newChannelBuilder("127.0.0.1:" + server.getPort(), InsecureChannelCredentials.create())
            .build();
  }

  /** A resource whose callers have a header {@code user}; this one's is alice. */
  static AdoptedService of(Class<?> resource) {
    return of(builder(resource).authenticator(AdoptedService::caller)).with("user", "alice");
  }

  static AdoptedService of(Api.Builder builder) {
    try {
      return new AdoptedService(builder.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Api.Builder builder(Class<?> resource) {
    try {
      return Api.builder().service(resource.getConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** See {@link Authenticator#authenticate}. */
  static Optional<Caller> caller(CallRequest request) {
    return request.header("user").map(name -> new Caller(name, Set.of("user")));
  }

  /** Sends a header with all calls from now on. */
  AdoptedService with(String name, String value) {
    Metadata.Key<String> key = Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    headers.removeAll(key);
    headers.put(key, value);
    return this;
  }

  /** Sends no headers from now on. */
  AdoptedService anonymous() {
    headers
        .keys()
        .forEach(
            name -> headers.removeAll(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)));
    return this;
  }

  /** The only answer to a call. */
  String call(String rpc, String request) {
    return stream(rpc, request).get(0);
  }

  /** All answers to a call. */
  List<String> stream(String rpc, String request) {
    Descriptors.MethodDescriptor method = method(rpc);
    MethodDescriptor<DynamicMessage, DynamicMessage> descriptor =
        MethodDescriptor.newBuilder(
                marshaller(method.getInputType()), marshaller(method.getOutputType()))
            .setType(method.isServerStreaming() ? MethodType.SERVER_STREAMING : MethodType.UNARY)
            .setFullMethodName(service.getServiceDescriptor().getName() + "/" + rpc)
            .build();
    Channel intercepted =
        ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers));
    List<String> answers = new ArrayList<>();
    try {
      DynamicMessage.Builder message = DynamicMessage.newBuilder(method.getInputType());
      JsonFormat.parser().merge(request.replace('\'', '"'), message);
      ClientCalls.blockingServerStreamingCall(
              intercepted, descriptor, CallOptions.DEFAULT, message.build())
          .forEachRemaining(answer -> answers.add(shown(answer)));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e);
    }
    return answers;
  }

  private static String shown(DynamicMessage message) {
    try {
      return JsonFormat.printer()
          .omittingInsignificantWhitespace()
          .print(message)
          .replace('"', '\'');
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The rpcs. */
  List<String> rpcs() {
    return descriptor().getMethods().stream().map(Descriptors.MethodDescriptor::getName).toList();
  }

  /** The fields of an rpc's request. */
  List<String> fields(String rpc) {
    return method(rpc).getInputType().getFields().stream()
        .map(Descriptors.FieldDescriptor::getName)
        .toList();
  }

  private Descriptors.MethodDescriptor method(String rpc) {
    return descriptor().findMethodByName(rpc);
  }

  private Descriptors.ServiceDescriptor descriptor() {
    return ((ProtoServiceDescriptorSupplier) service.getServiceDescriptor().getSchemaDescriptor())
        .getServiceDescriptor();
  }

  private static MethodDescriptor.Marshaller<DynamicMessage> marshaller(
      Descriptors.Descriptor type) {
    return ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(type));
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }
}
