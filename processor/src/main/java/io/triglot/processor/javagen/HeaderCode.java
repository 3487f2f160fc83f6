package io.triglot.processor.javagen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.SentValue;
import io.triglot.processor.model.Source;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.OptionalRef;

/** Java expressions of what clients send as text. */
public final class HeaderCode {
  private static final ClassName HEADERS =
      ClassName.get("io.triglot.runtime.adoption", "RequestHeaders");

  private HeaderCode() {}

  /** The headers and cookies of a call; nothing where its operation takes none. */
  public static CodeBlock of(ApiModel model, Operation operation, NameAllocator names) {
    if (operation.adopted().isPresent()) {
      return ofAdopted(operation, names);
    }
    CodeBlock.Builder fields = CodeBlock.builder();
    for (Parameter parameter : operation.metadata()) {
      CodeBlock value = WholeCode.argument(operation, parameter, names::get);
      fields.add(
          "$Z.$L($S,$W$L,$W$L)",
          MetadataCode.isHeader(parameter) ? "header" : "cookie",
          MetadataCode.name(parameter),
          parameter.type() instanceof OptionalRef optional
              ? OptionalCode.orNull(optional, value)
              : value,
          TextFormCode.of(model, parameter.type().present()));
    }
    return headers(fields.build());
  }

  /** The same of an adopted resource, whose values are text in the form that JAX-RS reads. */
  public static CodeBlock ofAdopted(Operation operation, NameAllocator names) {
    CodeBlock.Builder fields = CodeBlock.builder();
    for (SentValue sent : SentValue.of(operation)) {
      CodeBlock value =
          text(sent.parameter(), WholeCode.argument(operation, sent.parameter(), names::get));
      if (sent.source() instanceof Source.Header header) {
        fields.add("$Z.header($S,$W$L)", header.name(), value);
      } else if (sent.source() instanceof Source.Cookie cookie) {
        fields.add("$Z.cookie($S,$W$L)", cookie.name(), value);
      }
    }
    return headers(fields.build());
  }

  private static CodeBlock headers(CodeBlock fields) {
    return fields.isEmpty() ? fields : CodeBlock.of("$T.NONE$L", HEADERS, fields);
  }

  /** What the runtime makes text of: values whose class has a form of its own, in that. */
  public static CodeBlock text(Parameter parameter, NameAllocator names) {
    return text(parameter, CodeBlock.of("$N", names.get(parameter)));
  }

  private static CodeBlock text(Parameter parameter, CodeBlock value) {
    if (parameter.type() instanceof ListRef list
        && list.element() instanceof ConvertedRef element) {
      return CodeBlock.of(
          "$L.stream().map($L).toList()",
          value,
          ConversionCode.function(element.conversion().write()));
    }
    return ConversionCode.onWire(parameter.type(), value);
  }
}
