package com.acme.host;

import com.acme.shop.ProductService;
import com.google.protobuf.Descriptors;
import com.google.protobuf.DynamicMessage;
import com.sun.net.httpserver.HttpServer;
import graphql.ExecutionInput;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.triglot.runtime.Api;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import io.triglot.runtime.grpc.GrpcEndpoint;
import io.triglot.runtime.rest.RestEndpoint;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Serves the shop without Triglot's server: by Jersey, by graphql-java and by in-process gRPC. */
public final class Containers {
  private Containers() {}

  /** Calls the shop on all three protocols, for a product that it has and for one that it lacks. */
  public static void main(String... arguments) throws Exception {
    Api api = Api.of(new ProductService());
    rest(api);
    graphQl(api);
    grpc(api);
  }

  private static void rest(Api api) throws Exception {
    ResourceConfig application = new ResourceConfig();
    application.registerInstances(RestEndpoint.of(api).resources());
    HttpServer server =
        JdkHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), application);
    try {
      for (String id : new String[] {"1", "99"}) {
        URI product =
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/products/" + id);
        HttpResponse<String> response =
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(product).build(), BodyHandlers.ofString());
        System.out.println("REST " + response.statusCode() + " " + response.body());
      }
    } finally {
      server.stop(0);
    }
  }

  private static void graphQl(Api api) {
    GraphQlEndpoint endpoint = GraphQlEndpoint.of(api);
    for (String id : new String[] {"1", "99"}) {
      String query = "{ product(id: \"" + id + "\") { name price } }";
      System.out.println(
          "GraphQL "
              + endpoint
                  .execute(ExecutionInput.newExecutionInput(query).build())
                  .toSpecification());
    }
  }

  private static void grpc(Api api) throws Exception {
    InProcessServerBuilder builder = InProcessServerBuilder.forName("shop");
    GrpcEndpoint.of(api).services().forEach(builder::addService);
    Server server = builder.build().start();
    ManagedChannel channel = InProcessChannelBuilder.forName("shop").build();
    try {
      MethodDescriptor<?, ?> method =
          server.getServices().get(0).getServiceDescriptor().getMethods().iterator().next();
      Descriptors.MethodDescriptor description =
          ((ProtoMethodDescriptorSupplier) method.getSchemaDescriptor()).getMethodDescriptor();
      for (String id : new String[] {"1", "99"}) {
        try {
          DynamicMessage request =
              DynamicMessage.newBuilder(description.getInputType())
                  .setField(description.getInputType().findFieldByName("id"), id)
                  .build();
          DynamicMessage response =
              ClientCalls.blockingUnaryCall(
                  channel, dynamic(method, description), CallOptions.DEFAULT, request);
          System.out.println("gRPC OK " + response.toString().strip().replaceAll("\\s+", " "));
        } catch (StatusRuntimeException refused) {
          System.out.println(
              "gRPC " + refused.getStatus().getCode() + " " + refused.getStatus().getDescription());
        }
      }
    } finally {
      channel.shutdownNow();
      server.shutdownNow();
    }
  }

  private static MethodDescriptor<DynamicMessage, DynamicMessage> dynamic(
      MethodDescriptor<?, ?> method, Descriptors.MethodDescriptor description) {
    return MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
        .setType(method.getType())
        .setFullMethodName(method.getFullMethodName())
        .setRequestMarshaller(
            ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(description.getInputType())))
        .setResponseMarshaller(
            ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(description.getOutputType())))
        .build();
  }
}
