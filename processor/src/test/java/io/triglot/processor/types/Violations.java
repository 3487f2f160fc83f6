package io.triglot.processor.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** What a refused call tells of the values at fault, {@code field: description}, and its code. */
record Violations(String code, List<String> told) {
  static Violations rest(CompiledService service, String method, String path, String body) {
    return ofJson(service.rest(method, path, body));
  }

  static Violations graphQl(
      CompiledService service, String document, Map<String, Object> variables) {
    JsonNode answer = service.graphQl(document, variables);
    return ofJson(answer.path(0).path("extensions"));
  }

  static Violations grpc(CompiledService service, String rpc, String request) {
    return grpc(service::grpc, rpc, request);
  }

  static Violations grpc(BiFunction<String, String, ?> call, String rpc, String request) {
    try {
      return new Violations("OK: " + call.apply(rpc, request), List.of());
    } catch (StatusRuntimeException failure) {
      Status.Code code = failure.getStatus().getCode();
      List<String> told = new ArrayList<>();
      for (Any detail :
          Objects.requireNonNull(StatusProto.fromThrowable(failure)).getDetailsList()) {
        if (detail.is(BadRequest.class)) {
          unpacked(detail)
              .getFieldViolationsList()
              .forEach(each -> told.add(each.getField() + ": " + each.getDescription()));
        }
      }
      return new Violations(code.name(), told);
    }
  }

  private static BadRequest unpacked(Any detail) {
    try {
      return detail.unpack(BadRequest.class);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private static Violations ofJson(JsonNode failure) {
    List<String> told = new ArrayList<>();
    failure
        .path("violations")
        .forEach(
            each ->
                told.add(each.path("field").asText() + ": " + each.path("description").asText()));
    return new Violations(failure.path("code").asText("OK: " + failure), told);
  }
}
