package io.triglot.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Any;
import com.google.protobuf.Descriptors;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.protobuf.StatusProto;
import io.triglot.runtime.Api;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.grpc.GrpcEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Calls rpcs with messages made from their descriptors. */
final class GrpcClient implements ProtocolClient {
  private final Channel channel;
  private final Map<String, MethodDescriptor<DynamicMessage, DynamicMessage>> methods =
      new TreeMap<>();
  private final Map<String, Descriptors.Descriptor> requests = new TreeMap<>();

  GrpcClient(Channel channel, Api api) {
    this.channel = channel;
    for (ServerServiceDefinition service : GrpcEndpoint.of(api).services()) {
      for (ServerMethodDefinition<?, ?> method : service.getMethods()) {
        MethodDescriptor<?, ?> rpc = method.getMethodDescriptor();
        GrpcEndpoint.operation(rpc).ifPresent(operation -> add(operation, rpc));
      }
    }
  }

  private void add(OperationDescriptor operation, MethodDescriptor<?, ?> rpc) {
    if (rpc.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier schema) {
      Descriptors.MethodDescriptor described = schema.getMethodDescriptor();
      requests.put(operation.id(), described.getInputType());
      methods.put(
          operation.id(),
          rpc.toBuilder(messages(described.getInputType()), messages(described.getOutputType()))
              .build());
    }
  }

  private static MethodDescriptor.Marshaller<DynamicMessage> messages(Descriptors.Descriptor type) {
    return ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(type));
  }

  @Override
  public Protocol protocol() {
    return Protocol.GRPC;
  }

  @Override
  public Optional<OpenApi.Route> route(OperationDescriptor operation) {
    return Optional.ofNullable(methods.get(operation.id()))
        .map(
            method ->
                ProtoSchemas.route(
                    known(requests.get(operation.id()), operation),
                    !method.getType().clientSendsOneMessage()));
  }

  @Override
  public PendingAnswer send(
      OperationDescriptor operation, Arguments arguments, Map<String, String> headers) {
    Descriptors.Descriptor type = known(requests.get(operation.id()), operation);
    List<DynamicMessage> messages =
        arguments.messages().stream().map(each -> message(each, arguments, type)).toList();
    Metadata metadata = new Metadata();
    headers.forEach(
        (name, value) ->
            metadata.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value));
    ClientCall<DynamicMessage, DynamicMessage> call =
        channel.newCall(known(methods.get(operation.id()), operation), CallOptions.DEFAULT);
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    call.start(new Listener(answer), metadata);
    call.request(Integer.MAX_VALUE);
    messages.forEach(call::sendMessage);
    call.halfClose();
    return new PendingAnswer(answer, () -> call.cancel("abandoned", null));
  }

  /** The request; or the only argument, where that is the request itself. */
  private static DynamicMessage message(
      ObjectNode message, Arguments arguments, Descriptors.Descriptor type) {
    Described described = arguments.described();
    String first = arguments.names().isEmpty() ? "" : arguments.names().get(0);
    return arguments.names().size() == 1
            && message.path(first).isObject()
            && ProtoValues.field(type, first).isEmpty()
        ? ProtoValues.message(message.path(first), described.property(first), type)
        : ProtoValues.message(message, described, type);
  }

  private static <T> T known(@Nullable T found, OperationDescriptor operation) {
    if (found == null) {
      throw new IllegalArgumentException(operation.id() + " is not offered on gRPC");
    }
    return found;
  }

  /** Waits for the end of a call. */
  private static final class Listener extends ClientCall.Listener<DynamicMessage> {
    private final CompletableFuture<Answer> answer;

    Listener(CompletableFuture<Answer> answer) {
      this.answer = answer;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      try {
        answer.complete(status.isOk() ? Answer.OK : refusal(status, trailers));
      } catch (InvalidProtocolBufferException e) {
        answer.completeExceptionally(e);
      }
    }
  }

  private static Answer refusal(Status status, Metadata trailers)
      throws InvalidProtocolBufferException {
    String reason = "";
    String message = String.valueOf(status.getDescription());
    SortedMap<String, String> details = new TreeMap<>();
    List<String> fields = List.of();
    com.google.rpc.Status told = StatusProto.fromStatusAndTrailers(status, trailers);
    for (Any detail : told.getDetailsList()) {
      if (detail.is(ErrorInfo.class)) {
        ErrorInfo info = detail.unpack(ErrorInfo.class);
        reason = info.getReason();
        details.putAll(info.getMetadataMap());
      } else if (detail.is(BadRequest.class)) {
        fields =
            detail.unpack(BadRequest.class).getFieldViolationsList().stream()
                .map(BadRequest.FieldViolation::getField)
                .toList();
      }
    }
    return new Answer(status.getCode().name(), reason, message, details, fields);
  }
}
