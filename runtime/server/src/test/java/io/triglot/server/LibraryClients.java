package io.triglot.server;

import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.triglot.server.library.LibraryServiceGrpcClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;

/** Calls a server's library, with the same headers on all protocols. */
record LibraryClients(TriglotServer server, HttpClient http, ManagedChannel channel)
    implements AutoCloseable {

  static LibraryClients of(TriglotServer server) {
    return new LibraryClients(
        server,
        HttpClient.newHttpClient(),
        NettyChannelBuilder.forAddress("127.0.0.1", server.grpcPort()).usePlaintext().build());
  }

  HttpResponse<String> get(String path, Map<String, String> headers) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)), headers);
  }

  HttpResponse<String> post(String path, String json, Map<String, String> headers)
      throws Exception {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)),
        headers);
  }

  HttpResponse<String> graphQl(String document, Map<String, String> headers) throws Exception {
    return post("graphql", "{\"query\":\"" + document.replace("\"", "\\\"") + "\"}", headers);
  }

  LibraryServiceGrpcClient grpc(Map<String, String> headers) {
    return LibraryServiceGrpcClient.of(channel).withInterceptors(attaching(headers));
  }

  /** All elements of a publisher; fails with what ends it. */
  static <T> List<T> all(Flow.Publisher<T> publisher) {
    CompletableFuture<List<T>> all = new CompletableFuture<>();
    LinkedBlockingQueue<T> elements = new LinkedBlockingQueue<>();
    publisher.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(T element) {
            elements.add(element);
          }

          @Override
          public void onError(Throwable failure) {
            all.completeExceptionally(failure);
          }

          @Override
          public void onComplete() {
            all.complete(List.copyOf(elements));
          }
        });
    return all.join();
  }

  /** The code of an rpc that fails. */
  static String codeOf(Runnable rpc) {
    try {
      rpc.run();
      return "OK";
    } catch (StatusRuntimeException failure) {
      return failure.getStatus().getCode().name();
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  private HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> headers)
      throws Exception {
    headers.forEach(request::header);
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + "/" + path);
  }

  private static ClientInterceptor attaching(Map<String, String> headers) {
    Metadata metadata = new Metadata();
    headers.forEach(
        (name, value) ->
            metadata.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value));
    return MetadataUtils.newAttachHeadersInterceptor(metadata);
  }
}
