package io.triglot.processor.javagen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.model.AdoptedMethod;
import io.triglot.processor.model.AdoptedMethod.Outcome;
import io.triglot.processor.model.Argument;
import io.triglot.processor.model.AsyncLibrary;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.VoidRef;
import java.util.concurrent.Flow;

/** Java expressions of what an operation answers with, from the call of its resource method. */
final class AnswerCode {
  private static final ClassName RESPONSE =
      ClassName.get("io.triglot.runtime.adoption", "ResourceResponse");

  private static final ClassName REST_RESPONSE =
      ClassName.get("org.jboss.resteasy.reactive", "RestResponse");

  private AnswerCode() {}

  /** Whether the method returns nothing to its caller, and at once. */
  static boolean isNothing(Operation operation) {
    return operation.form() == ResultForm.VALUE && operation.result() instanceof VoidRef;
  }

  /**
   * The answer, where there is none a statement's expression.
   *
   * @param response the name for what is answered by later
   */
  static CodeBlock of(
      Operation operation,
      AdoptedMethod adopted,
      String call,
      String response,
      CodeBlock invocation) {
    if (adopted.outcome() == Outcome.SUSPENDED) {
      return CodeBlock.of(
          "$L.suspended($T.class, $L -> $L)\n$>$>.thenApply(answer -> $L)$<$<",
          call,
          type(adopted),
          response,
          invocation,
          entity(operation.result(), CodeBlock.of("answer")));
    }
    CodeBlock returned = AsyncTypes.toJdk(adopted.library(), operation.form(), invocation);
    if (adopted.outcome() == Outcome.ENTITY) {
      return adopted.constrained() ? judged(operation, adopted, call, returned) : returned;
    }
    return operation.form() == ResultForm.VALUE
        ? entity(operation.result(), response(adopted, returned))
        : CodeBlock.of(
            "$L\n$>$>.thenApply(answer -> $L)$<$<",
            returned,
            entity(operation.result(), response(adopted, CodeBlock.of("answer"))));
  }

  /** A Multi is a publisher as it is, but what judges its elements is no Multi. */
  private static CodeBlock judged(
      Operation operation, AdoptedMethod adopted, String call, CodeBlock returned) {
    boolean multi =
        adopted.library() == AsyncLibrary.MUTINY && operation.form() == ResultForm.PUBLISHER;
    return multi
        ? CodeBlock.of(
            "$L.<$T<$T>>judged($L)",
            call,
            Flow.Publisher.class,
            JavaTypes.boxed(operation.result()),
            returned)
        : CodeBlock.of("$L.judged($L)", call, returned);
  }

  private static CodeBlock response(AdoptedMethod adopted, CodeBlock returned) {
    return adopted.outcome() == Outcome.REST_RESPONSE
        ? CodeBlock.of("$T.of($L, $T::toResponse)", RESPONSE, returned, REST_RESPONSE)
        : CodeBlock.of("$T.of($L)", RESPONSE, returned);
  }

  private static ClassName type(AdoptedMethod adopted) {
    return adopted.arguments().stream()
        .filter(Argument.Suspended.class::isInstance)
        .map(each -> JavaTypes.className(((Argument.Suspended) each).type()))
        .findFirst()
        .orElseThrow();
  }

  private static CodeBlock entity(TypeRef result, CodeBlock response) {
    if (result instanceof VoidRef) {
      return CodeBlock.of("$L.nothing()", response);
    }
    return result instanceof ListRef list
        ? CodeBlock.of("$L.entities($T.class)", response, raw(JavaTypes.boxed(list.element())))
        : CodeBlock.of("$L.entity($T.class)", response, raw(JavaTypes.boxed(result)));
  }

  private static TypeName raw(TypeName type) {
    return type instanceof ParameterizedTypeName generic ? generic.rawType() : type;
  }
}
