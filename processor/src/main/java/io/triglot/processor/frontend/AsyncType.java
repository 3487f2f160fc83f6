package io.triglot.processor.frontend;

import io.triglot.processor.model.AsyncLibrary;
import io.triglot.processor.model.ResultForm;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * A type that stands for values which come later, known by its name: the library that has it need
 * not be there.
 */
record AsyncType(ResultForm form, AsyncLibrary library) {
  private static final Map<String, AsyncType> KNOWN =
      Map.of(
          "java.util.concurrent.CompletionStage",
          new AsyncType(ResultForm.STAGE, AsyncLibrary.JDK),
          "java.util.concurrent.CompletableFuture",
          new AsyncType(ResultForm.STAGE, AsyncLibrary.JDK),
          "java.util.concurrent.Flow.Publisher",
          new AsyncType(ResultForm.PUBLISHER, AsyncLibrary.JDK),
          "org.reactivestreams.Publisher",
          new AsyncType(ResultForm.PUBLISHER, AsyncLibrary.REACTIVE_STREAMS),
          "reactor.core.publisher.Mono",
          new AsyncType(ResultForm.STAGE, AsyncLibrary.REACTOR),
          "reactor.core.publisher.Flux",
          new AsyncType(ResultForm.PUBLISHER, AsyncLibrary.REACTOR),
          "io.smallrye.mutiny.Uni",
          new AsyncType(ResultForm.STAGE, AsyncLibrary.MUTINY),
          "io.smallrye.mutiny.Multi",
          new AsyncType(ResultForm.PUBLISHER, AsyncLibrary.MUTINY));

  /** What a type is; empty for one whose values are there at once. */
  static Optional<AsyncType> of(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? Optional.ofNullable(
            KNOWN.get(((TypeElement) declared.asElement()).getQualifiedName().toString()))
        : Optional.empty();
  }
}
