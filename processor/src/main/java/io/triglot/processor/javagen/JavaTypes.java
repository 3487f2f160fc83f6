package io.triglot.processor.javagen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.FormattedRef;
import io.triglot.processor.model.TypeRef.JavaType;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.List;

/** Java's spelling of the model's types. */
public final class JavaTypes {
  /** Where the constants of the scalars are that travel as text. */
  public static final ClassName TEXT_SCALAR = ClassName.get("io.triglot.runtime", "TextScalar");

  private JavaTypes() {}

  /** The class of this name. */
  public static ClassName className(JavaName name) {
    List<String> simple = name.simpleNames();
    return ClassName.get(
        name.packageName(), simple.get(0), simple.subList(1, simple.size()).toArray(String[]::new));
  }

  /** The class of this name, with its type arguments where it is generic. */
  public static TypeName of(JavaName name) {
    ClassName type = className(name);
    return name.arguments().isEmpty()
        ? type
        : ParameterizedTypeName.get(
            type, name.arguments().stream().map(JavaTypes::boxed).toArray(TypeName[]::new));
  }

  /** The class of a type, without its type arguments. */
  public static ClassName rawType(TypeName type) {
    return type instanceof ParameterizedTypeName generic ? generic.rawType() : (ClassName) type;
  }

  /** A type as a class literal has it: without type arguments, also inside of an array. */
  public static TypeName erased(TypeName type) {
    if (type instanceof ArrayTypeName array) {
      return ArrayTypeName.of(erased(array.componentType()));
    }
    return type instanceof ParameterizedTypeName generic ? generic.rawType() : type;
  }

  /** The type of a parameter, field or result as the user declared it. */
  public static TypeName of(TypeRef reference) {
    if (reference instanceof ScalarRef scalar) {
      return of(scalar);
    }
    if (reference instanceof FormattedRef formatted) {
      return of(formatted.scalar());
    }
    if (reference instanceof NamedRef named) {
      return of(named.name());
    }
    if (reference instanceof ListRef list) {
      return ParameterizedTypeName.get(
          ClassName.bestGuess(list.container().javaClass()), boxed(list.element()));
    }
    if (reference instanceof MapRef map) {
      return ParameterizedTypeName.get(
          ClassName.get(java.util.Map.class), boxed(map.key()), boxed(map.value()));
    }
    if (reference instanceof OptionalRef optional) {
      ClassName raw = ClassName.bestGuess(optional.form().javaClass());
      return optional.form().isGeneric()
          ? ParameterizedTypeName.get(raw, boxed(optional.value()))
          : raw;
    }
    return reference instanceof ConvertedRef converted ? of(converted.java()) : TypeName.VOID;
  }

  /** The same as a type argument: primitives in their classes, nothing as {@code Void}. */
  public static TypeName boxed(TypeRef reference) {
    return of(reference).box();
  }

  /** The type of this spelling. */
  public static TypeName of(JavaType type) {
    if (type instanceof JavaType.Array array) {
      return ArrayTypeName.of(of(array.element()));
    }
    if (type instanceof JavaType.Same same) {
      return of(same.type());
    }
    if (type instanceof JavaType.Below below) {
      return WildcardTypeName.subtypeOf(of(below.bound()).box());
    }
    JavaType.Declared declared = (JavaType.Declared) type;
    ClassName raw = className(declared.name());
    return declared.arguments().isEmpty()
        ? raw
        : ParameterizedTypeName.get(
            raw,
            declared.arguments().stream()
                .map(argument -> of(argument).box())
                .toArray(TypeName[]::new));
  }

  private static TypeName of(ScalarRef reference) {
    Scalar scalar = reference.scalar();
    if (scalar == Scalar.BYTES) {
      return ArrayTypeName.of(TypeName.BYTE);
    }
    if (scalar == Scalar.JSON_OBJECT) {
      return ParameterizedTypeName.get(java.util.Map.class, String.class, Object.class);
    }
    ClassName boxed = ClassName.bestGuess(scalar.javaClass());
    return reference.primitive() ? boxed.unbox() : boxed;
  }
}
