package io.triglot.processor.javagen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.model.Conversion.Step;
import io.triglot.processor.model.Conversion.Step.Constructor;
import io.triglot.processor.model.Conversion.Step.FromJson;
import io.triglot.processor.model.Conversion.Step.HeldMethod;
import io.triglot.processor.model.Conversion.Step.InstanceMethod;
import io.triglot.processor.model.Conversion.Step.StaticMethod;
import io.triglot.processor.model.Conversion.Step.ToArray;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import java.util.function.Function;

/** Java expressions of the steps of conversions. */
public final class ConversionCode {
  private static final ClassName CONVERSIONS = ClassName.get("io.triglot.runtime", "Conversions");

  private static final ClassName JSON_VALUES = ClassName.get("io.triglot.runtime", "JsonValues");
  private static final ClassName TYPE_REFERENCE =
      ClassName.get("com.fasterxml.jackson.core.type", "TypeReference");

  private ConversionCode() {}

  /** What the step makes of a value that is not null. */
  public static CodeBlock apply(Step step, CodeBlock value) {
    if (step instanceof StaticMethod method) {
      return CodeBlock.of("$T.$L($L)", JavaTypes.className(method.owner()), method.method(), value);
    }
    if (step instanceof HeldMethod method) {
      return CodeBlock.of("$L($L)", held(method, "."), value);
    }
    if (step instanceof InstanceMethod method) {
      return CodeBlock.of("$L.$L()", value, method.method());
    }
    if (step instanceof Constructor constructor) {
      return CodeBlock.of(
          constructor.generic() ? "new $T<>($L)" : "new $T($L)",
          JavaTypes.className(constructor.type()),
          value);
    }
    if (step instanceof FromJson) {
      return CodeBlock.of("$L.apply($L)", function(step), value);
    }
    return step instanceof ToArray array
        ? CodeBlock.of(
            "$L.toArray($T::new)", value, ArrayTypeName.of(JavaTypes.of(array.element())))
        : value;
  }

  /** A value of the type as it travels; null where it may be absent and is. */
  public static CodeBlock onWire(TypeRef type, CodeBlock value) {
    Step step =
        type.present() instanceof ConvertedRef converted
            ? converted.conversion().write()
            : new Step.Identity();
    if (type instanceof OptionalRef optional) {
      return OptionalCode.orNull(
          optional,
          step instanceof Step.Identity
              ? value
              : CodeBlock.of("$L.map($L)", value, function(step)));
    }
    return type.nullable() ? applyOrNull(step, value) : apply(step, value);
  }

  /** What the step makes of a value; null of null. */
  public static CodeBlock applyOrNull(Step step, CodeBlock value) {
    return step instanceof Step.Identity
        ? value
        : CodeBlock.of("$T.orNull($L,$W$L)", CONVERSIONS, value, function(step));
  }

  /** The step as a {@link Function}. */
  public static CodeBlock function(Step step) {
    if (step instanceof StaticMethod method) {
      return CodeBlock.of("$T::$L", JavaTypes.className(method.owner()), method.method());
    }
    if (step instanceof HeldMethod method) {
      return held(method, "::");
    }
    if (step instanceof InstanceMethod method) {
      return CodeBlock.of("$T::$L", JavaTypes.className(method.owner()), method.method());
    }
    if (step instanceof Constructor constructor) {
      return CodeBlock.of("$T::new", JavaTypes.className(constructor.type()));
    }
    if (step instanceof FromJson json) {
      TypeName type = JavaTypes.of(json.type());
      return type instanceof ParameterizedTypeName
          ? CodeBlock.of("$T.reader(new $T<$T>() {})", JSON_VALUES, TYPE_REFERENCE, type)
          : CodeBlock.of("$T.reader($T.class)", JSON_VALUES, type);
    }
    return step instanceof ToArray array
        ? CodeBlock.of(
            "$T.toArray($T::new)", CONVERSIONS, ArrayTypeName.of(JavaTypes.of(array.element())))
        : CodeBlock.of("$T.identity()", Function.class);
  }

  private static CodeBlock held(HeldMethod method, String separator) {
    return CodeBlock.of(
        "$T.$L$L$L",
        JavaTypes.className(method.holder()),
        ConverterEmitter.INSTANCE,
        separator,
        method.method());
  }
}
