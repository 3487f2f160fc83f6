package io.triglot.processor.javagen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.model.TypeRef.OptionalForm;
import io.triglot.processor.model.TypeRef.OptionalRef;
import java.util.Optional;

/** Java expressions that take values out of optionals and put them in. */
public final class OptionalCode {
  private static final ClassName OPTIONALS = ClassName.get("io.triglot.runtime", "Optionals");

  private static final ClassName PATCH = ClassName.bestGuess(OptionalForm.PATCH.javaClass());

  private OptionalCode() {}

  /** The value of an optional, or null. */
  public static CodeBlock orNull(OptionalRef type, CodeBlock optional) {
    return type.form().isGeneric()
        ? CodeBlock.of("$L.orElse(null)", optional)
        : CodeBlock.of("$T.orNull($L)", OPTIONALS, optional);
  }

  /** The optional of a value that may be null. */
  public static CodeBlock ofNullable(OptionalRef type, CodeBlock value) {
    return switch (type.form()) {
      case OBJECT -> CodeBlock.of("$T.ofNullable($Z$L)", Optional.class, value);
      case INT -> CodeBlock.of("$T.ofInt($Z$L)", OPTIONALS, value);
      case LONG -> CodeBlock.of("$T.ofLong($Z$L)", OPTIONALS, value);
      case DOUBLE -> CodeBlock.of("$T.ofDouble($Z$L)", OPTIONALS, value);
      case PATCH, NULLABLE_PATCH ->
          throw new IllegalArgumentException("null does not tell whether it was given");
    };
  }

  /** The optional without a value. */
  public static CodeBlock empty(OptionalRef type) {
    return CodeBlock.of(
        "$T.$L()",
        ClassName.bestGuess(type.form().javaClass()),
        type.form().isPatch() ? "absent" : "empty");
  }

  /** The patch that gives a value, which is null only where it may be. */
  public static CodeBlock given(CodeBlock value) {
    return CodeBlock.of("$T.of($L)", PATCH, value);
  }

  /** The patch that gives a value, or none, as a condition says. */
  public static CodeBlock given(CodeBlock condition, CodeBlock value) {
    return CodeBlock.of("$L$W? $L$W: $T.absent()", condition, given(value), PATCH);
  }
}
