package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.Field;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.UnionType;
import io.triglot.processor.model.Words;
import io.triglot.processor.spi.InputNaming;

/** The names of protobuf's JSON mapping, by which marshallers name fields in errors, too. */
record GrpcNaming(ProtoTree tree) implements InputNaming {
  @Override
  public String argument(Service service, Operation operation, Parameter argument) {
    return tree.files().values().stream()
        .flatMap(file -> file.service().stream())
        .filter(each -> each.source().javaName().equals(service.javaName()))
        .flatMap(each -> each.rpcs().stream())
        .filter(rpc -> rpc.operation().name().equals(operation.name()))
        .findFirst()
        .map(rpc -> argument(rpc, operation.received().indexOf(argument)))
        .orElse(argument.name());
  }

  private static String argument(ProtoRpc rpc, int index) {
    return rpc.bareRequest() ? "" : rpc.request().fields().get(index).jsonName();
  }

  @Override
  public String field(Field field) {
    return FieldLowering.jsonName(field.exact(), field.json().name());
  }

  @Override
  public String member(UnionType.Member member) {
    return Words.lowerCamel(member.name());
  }
}
