package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.Doc;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Lowers an enum: its constants have the numbers that the user gives, and else the lowest free ones
 * from 1 in the order of their declaration. Number 0, which every protobuf enum has and which
 * absence means, is the constant that is given it or {@code UNSPECIFIED}, where there is one, and
 * else a value of its own.
 */
final class EnumLowering {
  private static final String UNSPECIFIED = "UNSPECIFIED";

  private EnumLowering() {}

  /** The constant that has the number 0, if one has. */
  static Optional<String> zero(EnumType type) {
    return zeroConstant(type).map(EnumType.Constant::name);
  }

  static ProtoEnum lower(EnumType type, ProtoName name) {
    Optional<EnumType.Constant> zero = zeroConstant(type);
    List<EnumType.Constant> others =
        type.constants().stream()
            .filter(constant -> zero.filter(constant::equals).isEmpty())
            .toList();
    List<Integer> numbers =
        FieldNumbers.assign(others.stream().map(EnumType.Constant::number).toList());
    List<ProtoEnum.Value> values = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      values.add(value(name, others.get(i), numbers.get(i)));
    }
    values.sort(Comparator.comparing(ProtoEnum.Value::number));
    values.add(
        0,
        zero.map(constant -> value(name, constant, 0))
            .orElseGet(() -> unspecified(name, type.origin())));
    return new ProtoEnum(
        name,
        type.name(),
        type.doc().deprecated(type.deprecation()),
        type.deprecation().isPresent(),
        values,
        Reserved.NOTHING,
        type.javaName(),
        type.javaName().generated("Numbering"),
        type.origin());
  }

  private static Optional<EnumType.Constant> zeroConstant(EnumType type) {
    return type.constants().stream()
        .filter(constant -> constant.number().equals(OptionalInt.of(0)))
        .findFirst()
        .or(
            () ->
                type.constants().stream()
                    .filter(constant -> constant.name().equals(UNSPECIFIED))
                    .filter(constant -> constant.number().isEmpty())
                    .findFirst());
  }

  private static ProtoEnum.Value value(ProtoName name, EnumType.Constant constant, int number) {
    return new ProtoEnum.Value(
        valueName(name, constant),
        number,
        Optional.of(constant.name()),
        constant.doc().deprecated(constant.deprecation()),
        constant.deprecation().isPresent(),
        constant.origin());
  }

  /** The name of the value that a constant is. */
  static String valueName(ProtoName type, EnumType.Constant constant) {
    return ExactNames.protobuf(
        constant.exact(), prefixed(type, ProtoNames.upperSnake(constant.name())));
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
