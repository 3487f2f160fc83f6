package io.triglot.processor.backend.grpc;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.backend.grpc.ProtoType.ScalarType;
import io.triglot.processor.javagen.AccessConstants;
import io.triglot.processor.javagen.ConversionCode;
import io.triglot.processor.javagen.DefaultCode;
import io.triglot.processor.javagen.Instances;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.OptionalCode;
import io.triglot.processor.model.Conversion;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.Container;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.OptionalForm;
import io.triglot.processor.model.TypeRef.OptionalRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The code of one field in a marshaller: its tags, how it is written, and the local variable that
 * collects what is read of it.
 *
 * @param variable the name of the local variable
 * @param reader the name of the reader in scope
 * @param conditions the constants for who may send a field
 * @param mask the mask of the message, where there are fields whose absence is something else than
 *     null
 */
record FieldCode(
    ProtoField field,
    String variable,
    String reader,
    AccessConstants conditions,
    Optional<MaskCode> mask) {
  /** The constants with the field's tags, each a name and the wire type in it. */
  Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    if (form() == FieldForm.PACKED) {
      tags.put(tag(), "LEN");
      tags.put(unpackedTag(), CodecCode.wireType(field.type()));
    } else {
      tags.put(tag(), CodecCode.wireType(field.type()));
    }
    return tags;
  }

  private String tag() {
    return ProtoNames.upperSnake(field.name()) + "_TAG";
  }

  private String unpackedTag() {
    return tag() + "_UNPACKED";
  }

  private FieldForm form() {
    return FieldForm.of(field);
  }

  /** The statement that writes the field. */
  CodeBlock write(String writer, String message) {
    CodeBlock value =
        ConversionCode.onWire(field.javaType(), Instances.read(message, field.accessor()));
    String method =
        switch (form()) {
          case DEFAULTED -> ScalarCode.writeMethod(((ScalarType) field.type()).scalar());
          case REQUIRED ->
              field.type() instanceof ProtoType.EnumRef ? "writeEnum" : "writeRequired";
          case OPTIONAL -> "writeOptional";
          case REPEATED -> "writeRepeated";
          case PACKED -> "writePacked";
          case MAP -> "writeMap";
        };
    CodeBlock codecs =
        form() == FieldForm.DEFAULTED
            ? CodeBlock.of("")
            : CodeBlock.of(",$W$L", CodecCode.codec(field.type()));
    return CodeBlock.of("$N.$L($L,$W$L$L)", writer, method, tag(), value, codecs);
  }

  /** The declaration of the local variable, with what an absent field is. */
  CodeBlock declaration() {
    return switch (form()) {
      case DEFAULTED -> {
        ScalarType scalar = (ScalarType) field.type();
        yield CodeBlock.of(
            "$T $N = $L",
            ScalarCode.variableType(scalar.scalar()),
            variable,
            ScalarCode.defaultValue(scalar.scalar()));
      }
      case REQUIRED, OPTIONAL ->
          CodeBlock.of("$T $N = $L", JavaTypes.boxed(field.carrier()), variable, absent());
      case REPEATED, PACKED ->
          CodeBlock.of(
              "$T $N = new $T<>()",
              ParameterizedTypeName.get(ClassName.get(List.class), elementType()),
              variable,
              ArrayList.class);
      case MAP ->
          CodeBlock.of(
              "$T $N = new $T<>()", JavaTypes.of(field.carrier()), variable, LinkedHashMap.class);
    };
  }

  /** The statement that takes over what an earlier piece of the message had. */
  CodeBlock restoration(String previous) {
    CodeBlock value = Instances.read(previous, field.accessor());
    return switch (form()) {
      case DEFAULTED, REQUIRED, OPTIONAL ->
          CodeBlock.of("$N = $L", variable, ConversionCode.onWire(field.javaType(), value));
      case REPEATED, PACKED -> adding(isIterable() ? "add" : "addAll", value);
      case MAP -> adding("putAll", value);
    };
  }

  private CodeBlock adding(String method, CodeBlock property) {
    CodeBlock value =
        field
            .conversion()
            .map(Conversion::write)
            .map(
                step ->
                    isOptional()
                        ? CodeBlock.of("$L.map($L)", property, ConversionCode.function(step))
                        : ConversionCode.apply(step, property))
            .orElse(property);
    if (isIterable()) {
      return isOptional()
          ? CodeBlock.of("$L.ifPresent(each -> each.forEach($N::$L))", value, variable, method)
          : CodeBlock.of("$L.forEach($N::$L)", value, variable, method);
    }
    return isOptional()
        ? CodeBlock.of("$L.ifPresent($N::$L)", value, variable, method)
        : CodeBlock.of("$N.$L($L)", variable, method, value);
  }

  /** The cases of the switch on the tag, one for each tag. */
  CodeBlock cases() {
    CodeBlock codec = CodecCode.codec(field.type());
    CodeBlock element = CodeBlock.of("$L.readElement($N,$W$L)", checkedReader(), variable, codec);
    return switch (form()) {
      case DEFAULTED, REQUIRED, OPTIONAL ->
          oneCase(tag(), CodeBlock.of("$N = $L", variable, readSingular()));
      case REPEATED -> oneCase(tag(), element);
      case PACKED ->
          CodeBlock.join(
              List.of(
                  oneCase(
                      tag(),
                      CodeBlock.of("$L.readPacked($N,$W$L)", checkedReader(), variable, codec)),
                  oneCase(unpackedTag(), element)),
              "");
      case MAP ->
          oneCase(tag(), CodeBlock.of("$L.readEntry($N,$W$L)", checkedReader(), variable, codec));
    };
  }

  private static CodeBlock oneCase(String tag, CodeBlock statement) {
    return CodeBlock.of("case $L -> $L;\n", tag, statement);
  }

  private CodeBlock readSingular() {
    if (field.type() instanceof ScalarType scalar) {
      return ScalarCode.read(checkedReader(), scalar.scalar());
    }
    return field.type() instanceof ProtoType.EnumRef
        ? CodeBlock.of("$L.readEnum($L)", checkedReader(), CodecCode.codec(field.type()))
        : CodeBlock.of(
            "$L.read($L,$W$N)", checkedReader(), CodecCode.codec(field.type()), variable);
  }

  /** What a value is read from, once it is clear that the caller may send it. */
  private String checkedReader() {
    return field.access().isGuarded()
        ? reader + ".guarded(" + conditions.of(field.access()) + ")"
        : reader;
  }

  /** Whether the property is set on an instance, or on its builder. */
  boolean isSet() {
    return field.mutator().filter(mutator -> !mutator.isArgument()).isPresent();
  }

  /** Sets the property; what the client left out keeps what the instance itself gives it. */
  CodeBlock setting(String instance) {
    CodeBlock set = Instances.set(instance, field.mutator().orElseThrow(), value());
    CodeBlock.Builder code = CodeBlock.builder();
    return form() == FieldForm.OPTIONAL
            && !TypeRef.isPatch(field.javaType())
            && field.otherwise().isEmpty()
        ? code.beginControlFlow("if ($N != null)", variable)
            .addStatement(set)
            .endControlFlow()
            .build()
        : code.addStatement(set).build();
  }

  /** The expression for the value of the property, once all is read. */
  CodeBlock value() {
    if (TypeRef.isPatch(field.javaType())) {
      return patch(mask.orElseThrow());
    }
    CodeBlock value = field.otherwise().map(this::orElse).orElseGet(() -> converted(carried()));
    if (field.javaType() instanceof OptionalRef optional) {
      return form() == FieldForm.OPTIONAL
          ? OptionalCode.ofNullable(optional, value)
          : CodeBlock.of("$T.of($L)", Optional.class, value);
    }
    return value;
  }

  /** What stands for null is null only where it may be. */
  private CodeBlock patch(MaskCode mask) {
    CodeBlock named = mask.has(field, variable);
    CodeBlock has =
        field.access().isGuarded()
            ? CodeBlock.of(
                "$N.guarded($L,$W$L,$W$L)", reader, tag(), conditions.of(field.access()), named)
            : named;
    boolean required =
        form() == FieldForm.OPTIONAL
            && ((OptionalRef) field.javaType()).form() == OptionalForm.PATCH;
    CodeBlock value =
        required ? CodeBlock.of("$N.required($L,$W$N)", reader, tag(), variable) : carried();
    return OptionalCode.given(has, converted(value));
  }

  /** What was read, or what the text means where nothing was. */
  private CodeBlock orElse(String text) {
    return CodeBlock.of(
        "$1N == null$W? $2L$W: $3L",
        variable,
        DefaultCode.of(field.javaType().present(), text),
        converted(CodeBlock.of("$N", variable)));
  }

  private CodeBlock carried() {
    return switch (form()) {
      case REQUIRED ->
          hasZero()
              ? CodeBlock.of("$N", variable)
              : CodeBlock.of(
                  "$N.$L($L,$W$N)",
                  reader,
                  isUnion() ? "requiredKnown" : "required",
                  tag(),
                  variable);
      case REPEATED, PACKED ->
          field.conversion().isEmpty()
                  && field.carrier() instanceof ListRef list
                  && list.container() == Container.SET
              ? CodeBlock.of("new $T<>($N)", LinkedHashSet.class, variable)
              : CodeBlock.of("$N", variable);
      case DEFAULTED, OPTIONAL, MAP -> CodeBlock.of("$N", variable);
    };
  }

  private CodeBlock converted(CodeBlock carried) {
    if (field.conversion().isEmpty()) {
      return carried;
    }
    Conversion conversion = field.conversion().get();
    if (conversion.expectation().isPresent()) {
      return CodeBlock.of(
          "$N.converted($L,$W$L,$W$L,$W$S)",
          reader,
          tag(),
          carried,
          ConversionCode.function(conversion.read()),
          conversion.expectation().get());
    }
    return form() == FieldForm.OPTIONAL && field.otherwise().isEmpty()
        ? ConversionCode.applyOrNull(conversion.read(), carried)
        : ConversionCode.apply(conversion.read(), carried);
  }

  private CodeBlock absent() {
    return field.type() instanceof ProtoType.EnumRef type
            && type.zero().isPresent()
            && form() == FieldForm.REQUIRED
        ? CodeBlock.of("$T.$L", JavaTypes.className(type.javaName()), type.zero().get())
        : CodeBlock.of("null");
  }

  private boolean hasZero() {
    return field.type() instanceof ProtoType.EnumRef enumRef && enumRef.zero().isPresent();
  }

  private boolean isUnion() {
    return field.type() instanceof ProtoType.MessageRef message && message.union();
  }

  private boolean isIterable() {
    return field.carrier() instanceof ListRef list && list.container() == Container.ITERABLE;
  }

  private boolean isOptional() {
    return field.javaType() instanceof OptionalRef;
  }

  private TypeName elementType() {
    return JavaTypes.boxed(((ListRef) field.carrier()).element());
  }
}
