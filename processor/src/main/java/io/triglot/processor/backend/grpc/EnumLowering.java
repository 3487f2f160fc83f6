package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.Doc;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lowers an enum: its constants are numbered from 1 in the order of their declaration. Number 0,
 * which every protobuf enum has and which absence means, is the constant {@code UNSPECIFIED} where
 * there is one and else a value of its own.
 */
final class EnumLowering {
  private static final String UNSPECIFIED = "UNSPECIFIED";

  private EnumLowering() {}

  /** Whether a constant has the number 0. */
  static boolean hasZero(EnumType type) {
    return zero(type).isPresent();
  }

  static ProtoEnum lower(EnumType type, ProtoName name) {
    List<ProtoEnum.Value> values = new ArrayList<>();
    values.add(
        zero(type)
            .map(constant -> value(name, constant, 0))
            .orElseGet(() -> unspecified(name, type.origin())));
    int number = 1;
    for (EnumType.Constant constant : type.constants()) {
      if (!constant.name().equals(UNSPECIFIED)) {
        values.add(value(name, constant, number++));
      }
    }
    return new ProtoEnum(
        name,
        type.name(),
        type.doc(),
        type.deprecation().isPresent(),
        values,
        type.javaName(),
        type.javaName().generated("Numbering"),
        type.origin());
  }

  private static Optional<EnumType.Constant> zero(EnumType type) {
    return type.constants().stream()
        .filter(constant -> constant.name().equals(UNSPECIFIED))
        .findFirst();
  }

  private static ProtoEnum.Value value(ProtoName name, EnumType.Constant constant, int number) {
    return new ProtoEnum.Value(
        prefixed(name, ProtoNames.upperSnake(constant.name())),
        number,
        Optional.of(constant.name()),
        constant.doc(),
        constant.deprecation().isPresent(),
        constant.origin());
  }

  private static ProtoEnum.Value unspecified(ProtoName name, Origin origin) {
    return new ProtoEnum.Value(
        prefixed(name, UNSPECIFIED),
        0,
        Optional.empty(),
        new Doc("Nothing was said."),
        false,
        origin);
  }

  private static String prefixed(ProtoName name, String value) {
    return ProtoNames.upperSnake(name.simple()) + "_" + value;
  }
}
