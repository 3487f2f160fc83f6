package com.acme.host;

import com.acme.shop.ProductService;
import com.google.protobuf.Descriptors;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.util.JsonFormat;
import io.grpc.CallOptions;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.triglot.runtime.Api;
import io.triglot.runtime.grpc.GrpcEndpoint;
import io.triglot.server.TriglotServer;

/** Serves the shop by Triglot's server, on free ports, until its standard input ends. */
public final class ServedShop {
  private ServedShop() {}

  /** Prints the HTTP port, what gRPC answers over its socket, and that it is ready. */
  public static void main(String... arguments) throws Exception {
    TriglotServer server =
        TriglotServer.builder().service(new ProductService()).port(0).grpcPort(0).start();
    System.out.println("HTTP " + server.port());
    System.out.println("gRPC " + grpc(server.grpcPort()));
    System.out.println("READY");
    System.in.read();
    server.close();
  }

  private static String grpc(int port) throws Exception {
    ServerServiceDefinition service =
        GrpcEndpoint.of(Api.of(new ProductService())).services().get(0);
    MethodDescriptor<?, ?> method = service.getServiceDescriptor().getMethods().iterator().next();
    Descriptors.MethodDescriptor description =
        ((ProtoMethodDescriptorSupplier) method.getSchemaDescriptor()).getMethodDescriptor();
    ManagedChannel channel =
        Grpc.newChannelBuilderForAddress("127.0.0.1", port, InsecureChannelCredentials.create())
            .build();
    try {
      DynamicMessage request =
          DynamicMessage.newBuilder(description.getInputType())
              .setField(description.getInputType().findFieldByName("id"), "1")
              .build();
      DynamicMessage response =
          ClientCalls.blockingUnaryCall(
              channel,
              MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
                  .setType(method.getType())
                  .setFullMethodName(method.getFullMethodName())
                  .setRequestMarshaller(ProtoUtils.marshaller(request))
                  .setResponseMarshaller(
                      ProtoUtils.marshaller(
                          DynamicMessage.getDefaultInstance(description.getOutputType())))
                  .build(),
              CallOptions.DEFAULT,
              request);
      return JsonFormat.printer().omittingInsignificantWhitespace().print(response);
    } finally {
      channel.shutdownNow();
    }
  }
}
