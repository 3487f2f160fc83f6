package io.triglot.processor.backend.grpc;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import io.triglot.processor.javagen.Instances;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The code of a message's update mask in its marshaller.
 *
 * @param field the mask
 * @param patched the fields that it can name
 * @param variable the name of the local variable that holds what is read
 */
record MaskCode(ProtoField field, List<ProtoField> patched, String variable) {
  private static final String MASK = "UPDATE_MASK";
  private static final String TAG = MASK + "_TAG";
  private static final ClassName TYPE = ClassName.get("io.triglot.runtime.grpc", "UpdateMask");

  MaskCode {
    patched = List.copyOf(patched);
  }

  /** The constants: its tag, and what it can name. */
  List<FieldSpec> constants() {
    return List.of(
        MarshallerEmitter.tag(field, TAG, "LEN"),
        FieldSpec.builder(TYPE, MASK, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer(
                "$Z$T.of($L)",
                TYPE,
                patched.stream()
                    .map(each -> CodeBlock.of("$S", each.name()))
                    .collect(CodeBlock.joining(",$W")))
            .build());
  }

  /** The statement that writes it. */
  CodeBlock write(String writer, String message) {
    return CodeBlock.of(
        "$N.writeOptional($L,$W$L.given($L),$W$L)",
        writer,
        TAG,
        MASK,
        patched.stream()
            .map(each -> Instances.read(message, each.accessor()))
            .collect(CodeBlock.joining(",$W")),
        MASK);
  }

  /** The declaration of the variable. */
  CodeBlock declaration() {
    return CodeBlock.of(
        "$T $N = null", ParameterizedTypeName.get(Set.class, String.class), variable);
  }

  /** The case of the switch on the tag. */
  CodeBlock cases(String reader) {
    return CodeBlock.of(
        "case $L -> $N = $N.read($L,$W$N);\n", TAG, variable, reader, MASK, variable);
  }

  /** Whether a field is to change. */
  CodeBlock has(ProtoField patched, String value) {
    return CodeBlock.of("$T.has($N,$W$S,$W$N)", TYPE, variable, patched.name(), value);
  }
}
