package io.triglot.processor.backend.grpc;

import com.google.protobuf.Descriptors;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.TextFormat;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.triglot.processor.testing.Compilation;
import io.triglot.runtime.Api;
import io.triglot.runtime.grpc.GrpcEndpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Compiled services behind a server in this process, and a client that knows nothing of them but
 * what protoc makes of the {@code .proto} files.
 */
final class GrpcFixture implements AutoCloseable {
  private final Server server;
  private final ManagedChannel channel;
  private final Map<String, FileDescriptor> files;
  private final Metadata metadata;

  private GrpcFixture(
      Server server, ManagedChannel channel, Map<String, FileDescriptor> files, Metadata metadata) {
    this.server = server;
    this.channel = channel;
    this.files = files;
    this.metadata = metadata;
  }

  /** A server for a compiled service. */
  static GrpcFixture of(Compilation compilation, String service) {
    return of(compilation, service, builder -> builder);
  }

  /** A server for a compiled service under a policy. */
  static GrpcFixture of(
      Compilation compilation, String service, UnaryOperator<Api.Builder> policy) {
    Api api = policy.apply(Api.builder().service(instance(compilation, service))).build();
    String name = InProcessServerBuilder.generateName();
    InProcessServerBuilder builder = InProcessServerBuilder.forName(name);
    GrpcEndpoint.of(api).servicesWithReflectionAndHealth().forEach(builder::addService);
    try {
      return new GrpcFixture(
          builder.build().start(),
          InProcessChannelBuilder.forName(name).build(),
          Protoc.compile(compilation.classes()),
          new Metadata());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server for a service, with what an application adds to it. */
  static GrpcFixture hosting(
      Compilation compilation, Object service, Consumer<InProcessServerBuilder> additions) {
    String name = InProcessServerBuilder.generateName();
    InProcessServerBuilder builder = InProcessServerBuilder.forName(name);
    GrpcEndpoint.of(Api.of(service)).services().forEach(builder::addService);
    additions.accept(builder);
    try {
      return new GrpcFixture(
          builder.build().start(),
          InProcessChannelBuilder.forName(name).build(),
          Protoc.compile(compilation.classes()),
          new Metadata());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An instance of a compiled class. */
  static Object instance(Compilation compilation, String type) {
    try {
      return compilation.load(type).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** The same client with this as its credentials. */
  GrpcFixture signedInAs(String name) {
    return with("authorization", name);
  }

  /** The same client with this metadata. */
  GrpcFixture with(String name, String value) {
    Metadata sent = new Metadata();
    sent.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value);
    return new GrpcFixture(server, channel, files, sent);
  }

  /** A channel to the server. */
  Channel channel() {
    return ClientInterceptors.intercept(
        channel, MetadataUtils.newAttachHeadersInterceptor(metadata));
  }

  /** What protoc made of the files, by their paths. */
  Map<String, FileDescriptor> files() {
    return files;
  }

  /**
   * Calls a unary rpc.
   *
   * @param rpc such as {@code acme.v1.ShopService/Product}
   * @param request in protobuf's text format
   * @return the response in protobuf's text format, on one line
   */
  String call(String rpc, String request) {
    Descriptors.MethodDescriptor method = method(rpc);
    return shown(
        ClientCalls.blockingUnaryCall(
            channel(),
            descriptor(rpc, method, MethodType.UNARY),
            CallOptions.DEFAULT,
            message(method.getInputType(), request)));
  }

  /** Calls a unary rpc with any bytes as the request. */
  String callWithBytes(String rpc, byte[] request) {
    Descriptors.MethodDescriptor method = method(rpc);
    MethodDescriptor<byte[], DynamicMessage> descriptor =
        descriptor(rpc, method, MethodType.UNARY).toBuilder(
                bytes(), marshaller(method.getOutputType()))
            .build();
    return shown(
        ClientCalls.blockingUnaryCall(channel(), descriptor, CallOptions.DEFAULT, request));
  }

  /** Calls a streaming rpc and waits for all responses. */
  List<String> stream(String rpc, String request) {
    Descriptors.MethodDescriptor method = method(rpc);
    List<String> responses = new ArrayList<>();
    ClientCalls.blockingServerStreamingCall(
            channel(),
            descriptor(rpc, method, MethodType.SERVER_STREAMING),
            CallOptions.DEFAULT,
            message(method.getInputType(), request))
        .forEachRemaining(response -> responses.add(shown(response)));
    return responses;
  }

  /** Calls an rpc with a stream of requests, and gives all responses. */
  List<String> exchange(String rpc, List<String> requests) {
    TestCall call = sent(rpc, requests);
    if (!ended(call).equals("OK")) {
      throw new AssertionError("failed");
    }
    return call.all();
  }

  /** Calls an rpc with a stream of requests, and tells how it failed. */
  String exchangeFailure(String rpc, List<String> requests) {
    return ended(sent(rpc, requests));
  }

  private TestCall sent(String rpc, List<String> requests) {
    TestCall call = open(rpc);
    call.call().request(Integer.MAX_VALUE);
    requests.forEach(call::send);
    call.call().halfClose();
    return call;
  }

  private static String ended(TestCall call) {
    try {
      return call.end();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A call of an rpc of any type, whose flow the test controls. */
  TestCall open(String rpc) {
    Descriptors.MethodDescriptor method = method(rpc);
    MethodType type =
        method.isServerStreaming() ? MethodType.BIDI_STREAMING : MethodType.CLIENT_STREAMING;
    return new TestCall(
        channel().newCall(descriptor(rpc, method, type), CallOptions.DEFAULT),
        method.getInputType());
  }

  /** A call of a streaming rpc whose flow the test controls. */
  ClientCall<DynamicMessage, DynamicMessage> newCall(String rpc) {
    return newCall(rpc, MethodType.SERVER_STREAMING);
  }

  /** A call of a unary rpc whose flow the test controls. */
  ClientCall<DynamicMessage, DynamicMessage> newUnaryCall(String rpc) {
    return newCall(rpc, MethodType.UNARY);
  }

  private ClientCall<DynamicMessage, DynamicMessage> newCall(String rpc, MethodType type) {
    return channel().newCall(descriptor(rpc, method(rpc), type), CallOptions.DEFAULT);
  }

  /** A request without any field. */
  DynamicMessage emptyRequest(String rpc) {
    return DynamicMessage.getDefaultInstance(method(rpc).getInputType());
  }

  /** A message from protobuf's text format. */
  static DynamicMessage message(Descriptor type, String text) {
    DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
    try {
      TextFormat.merge(text, builder);
    } catch (TextFormat.ParseException e) {
      throw new IllegalArgumentException(e);
    }
    return builder.build();
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  private Descriptors.MethodDescriptor method(String rpc) {
    String service = rpc.substring(0, rpc.indexOf('/'));
    return files.values().stream()
        .flatMap(file -> file.getServices().stream())
        .filter(each -> each.getFullName().equals(service))
        .map(each -> each.findMethodByName(rpc.substring(rpc.indexOf('/') + 1)))
        .findFirst()
        .orElseThrow();
  }

  private static MethodDescriptor<DynamicMessage, DynamicMessage> descriptor(
      String rpc, Descriptors.MethodDescriptor method, MethodType type) {
    return MethodDescriptor.newBuilder(
            marshaller(method.getInputType()), marshaller(method.getOutputType()))
        .setType(type)
        .setFullMethodName(rpc)
        .build();
  }

  private static MethodDescriptor.Marshaller<DynamicMessage> marshaller(Descriptor type) {
    return ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(type));
  }

  private static MethodDescriptor.Marshaller<byte[]> bytes() {
    return new MethodDescriptor.Marshaller<>() {
      @Override
      public InputStream stream(byte[] value) {
        return new ByteArrayInputStream(value);
      }

      @Override
      public byte[] parse(InputStream stream) {
        throw new UnsupportedOperationException();
      }
    };
  }

  static String shown(DynamicMessage message) {
    return TextFormat.printer()
        .emittingSingleLine(true)
        .escapingNonAscii(false)
        .printToString(message)
        .strip();
  }
}
