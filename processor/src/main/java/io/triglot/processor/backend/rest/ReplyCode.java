package io.triglot.processor.backend.rest;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import io.triglot.processor.backend.rest.ResourceMethod.Location;
import io.triglot.processor.javagen.Instances;
import io.triglot.processor.javagen.Names;
import io.triglot.processor.javagen.OptionalCode;
import io.triglot.processor.model.Accessor;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.TypeRef.OptionalRef;

/**
 * Writes the expression that makes a response of a result.
 *
 * @param contract where the constants of the operations are
 * @param result the variable that holds the result
 * @param expand the variable that tells what is loaded beside it
 * @param writer what writes it
 * @param names those that are taken
 */
record ReplyCode(
    ClassName contract,
    ResourceMethod method,
    String result,
    String expand,
    CodeBlock writer,
    NameAllocator names) {
  private static final ClassName REPLY = ClassName.get("io.triglot.runtime.rest", "RestReply");

  /** The response. */
  CodeBlock reply() {
    if (method.isVoid()) {
      return CodeBlock.of(method.isAccepted() ? "$T.accepted()" : "$T.noContent()", REPLY);
    }
    if (method.isDownload()) {
      return cached(CodeBlock.of("$T.download($L)", REPLY, result));
    }
    return cached(tagged(untagged(value(operation(), result))));
  }

  /** The result itself, or null. */
  static CodeBlock value(Operation operation, String result) {
    return operation.result() instanceof OptionalRef optional
        ? OptionalCode.orNull(optional, CodeBlock.of("$L", result))
        : CodeBlock.of("$L", result);
  }

  private CodeBlock cached(CodeBlock reply) {
    return operation().traits().hints().isCached()
        ? CodeBlock.of("$T.cached($T.$L,$W$L)", REPLY, contract, Names.constant(operation()), reply)
        : reply;
  }

  private CodeBlock untagged(CodeBlock value) {
    String factory = method.isAccepted() ? "accepted" : "created";
    if (method.success().location().isPresent()) {
      Location location = method.success().location().get();
      return CodeBlock.of(
          "$T.$L($S,$W$L.$L,$W$L,$W$L)",
          REPLY,
          factory,
          location.collection(),
          result,
          location.id().expression(),
          value,
          writer);
    }
    if (method.isAccepted()) {
      return CodeBlock.of("$T.$L($L,$W$L)", REPLY, factory, value, writer);
    }
    String answer =
        switch (method.success().absent()) {
          case NEVER -> "ok";
          case NO_CONTENT -> "okOrNoContent";
          case NOT_FOUND -> "okOrNotFound";
        };
    CodeBlock plain = CodeBlock.of("$T.$L($L,$W$L)", REPLY, answer, value, writer);
    return method.isPaged() ? paged(plain) : plain;
  }

  private CodeBlock paged(CodeBlock otherwise) {
    String page = result + method.success().page().orElseThrow();
    CodeBlock linked =
        CodeBlock.of(
            "$T.page(request,$W$L.previous(),$W$L.next(),$W$L,$W$L)",
            REPLY,
            page,
            page,
            result,
            writer);
    return operation().result().nullable()
        ? CodeBlock.of("$L == null$W? $L$W: $L", result, otherwise, linked)
        : linked;
  }

  private CodeBlock tagged(CodeBlock reply) {
    if (!method.isTagged()) {
      return reply;
    }
    return method
        .success()
        .version()
        .map(
            accessor ->
                CodeBlock.of("$T.versioned(request,$W$L,$W$L)", REPLY, told(accessor), reply))
        .orElseGet(() -> CodeBlock.of("$T.hashed(request,$W$L)", REPLY, reply));
  }

  private CodeBlock told(Accessor accessor) {
    CodeBlock version = version(accessor);
    return method.isExpandable() ? CodeBlock.of("$L.version($L)", expand, version) : version;
  }

  private CodeBlock version(Accessor accessor) {
    CodeBlock version = Instances.read(result, accessor);
    if (operation().result() instanceof OptionalRef) {
      String found = names.newName("found");
      return CodeBlock.of(
          "$L.map($L -> $L).orElse(null)", result, found, Instances.read(found, accessor));
    }
    return operation().result().nullable()
        ? CodeBlock.of("$L == null ? null : $L", result, version)
        : version;
  }

  private Operation operation() {
    return method.operation();
  }
}
