package io.triglot.server;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.DynamicMessage;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.ProtoServiceDescriptorSupplier;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.triglot.runtime.Api;
import io.triglot.runtime.grpc.GrpcEndpoint;
import io.triglot.server.notes.NoteService;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Real clients of a server with a {@link NoteService}, for each protocol. */
final class NoteClient implements AutoCloseable {
  private static final ServiceDescriptor SERVICE = service();

  private final URI uri;

  /** Of HTTP/1.1, because with HTTP/2 the JDK's gives up its calls at GOAWAY before JDK 24. */
  private final HttpClient http = TestHost.client(HttpClient.Version.HTTP_1_1);

  private final ManagedChannel channel;

  NoteClient(TriglotServer server) {
    uri = server.uri();
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.grpcPort()).usePlaintext().build();
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return http.send(request(path, headers).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> graphQl(String query, String... headers) throws Exception {
    HttpRequest request =
        request("/graphql", headers)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}"))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  /** An open stream of server-sent events. */
  InputStream sse(String path) throws Exception {
    HttpRequest request = request(path, "Accept", "text/event-stream").build();
    return http.send(request, BodyHandlers.ofInputStream()).body();
  }

  DynamicMessage rpc(String name, String field, String value) {
    return call(channel, name, field, value);
  }

  static DynamicMessage call(Channel channel, String name, String field, String value) {
    Descriptor type = schema(name).getInputType();
    DynamicMessage request =
        DynamicMessage.newBuilder(type).setField(type.findFieldByName(field), value).build();
    return ClientCalls.blockingUnaryCall(channel, method(name), CallOptions.DEFAULT, request);
  }

  Iterator<DynamicMessage> rpcStream(String name) {
    return rpcStream(channel, name);
  }

  static Iterator<DynamicMessage> rpcStream(Channel channel, String name) {
    DynamicMessage request = DynamicMessage.getDefaultInstance(schema(name).getInputType());
    return ClientCalls.blockingServerStreamingCall(
        channel, method(name), CallOptions.DEFAULT, request);
  }

  /** Calls what the server does not have. */
  void unknownRpc() {
    ClientCalls.blockingUnaryCall(
        channel,
        method("Note").toBuilder().setFullMethodName("test.Nothing/Call").build(),
        CallOptions.DEFAULT,
        DynamicMessage.getDefaultInstance(schema("Note").getInputType()));
  }

  ManagedChannel channel() {
    return channel;
  }

  /** A socket of graphql-transport-ws that has been initialised. */
  Socket socket() throws Exception {
    Socket socket = new Socket();
    socket.webSocket =
        http.newWebSocketBuilder()
            .subprotocols("graphql-transport-ws")
            .buildAsync(URI.create("ws://127.0.0.1:" + uri.getPort() + "/graphql"), socket)
            .get();
    socket.send("{\"type\":\"connection_init\"}");
    socket.messages.take();
    return socket;
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri.resolve(path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  static MethodDescriptor<DynamicMessage, DynamicMessage> method(String name) {
    return MethodDescriptor.newBuilder(
            marshaller(schema(name).getInputType()), marshaller(schema(name).getOutputType()))
        .setType(
            schema(name).isServerStreaming()
                ? MethodDescriptor.MethodType.SERVER_STREAMING
                : MethodDescriptor.MethodType.UNARY)
        .setFullMethodName("triglot.server.notes.v1.NoteService/" + name)
        .build();
  }

  private static MethodDescriptor.Marshaller<DynamicMessage> marshaller(Descriptor type) {
    return ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(type));
  }

  private static com.google.protobuf.Descriptors.MethodDescriptor schema(String name) {
    return SERVICE.findMethodByName(name);
  }

  /** What a client would learn by reflection. */
  private static ServiceDescriptor service() {
    Object schema =
        GrpcEndpoint.of(Api.of(new NoteService()))
            .services()
            .get(0)
            .getServiceDescriptor()
            .getSchemaDescriptor();
    return ((ProtoServiceDescriptorSupplier) Objects.requireNonNull(schema)).getServiceDescriptor();
  }

  /** An open WebSocket. */
  static final class Socket implements WebSocket.Listener, AutoCloseable {
    final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private @Nullable WebSocket webSocket;

    void subscribe(String id, String query) throws Exception {
      send(
          "{\"id\":\"%s\",\"type\":\"subscribe\",\"payload\":{\"query\":\"%s\"}}"
              .formatted(id, query));
    }

    void send(String message) throws Exception {
      Objects.requireNonNull(webSocket).sendText(message, true).get();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      messages.add(data.toString());
      socket.request(1);
      return null;
    }

    @Override
    public void close() {
      Objects.requireNonNull(webSocket).abort();
    }
  }
}
