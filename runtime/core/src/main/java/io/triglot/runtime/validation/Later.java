package io.triglot.runtime.validation;

import jakarta.validation.valueextraction.ValueExtractor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What stands for values that come later: of the JDK, Reactive Streams, Reactor and Mutiny. A
 * validator looks for the value in an instance of the declared type, of which each kind has one
 * that holds a value at once.
 */
enum Later {
  /** {@code CompletionStage} and {@code CompletableFuture}. */
  STAGE,
  /** {@code Flow.Publisher}. */
  FLOW,
  /** {@code Multi}. */
  MULTI,
  /** {@code org.reactivestreams.Publisher}, and {@code Mono}, which is one. */
  REACTIVE,
  /** {@code Flux}. */
  FLUX,
  /** {@code Uni}. */
  UNI;

  /** The kind that a declared type is; {@link #STAGE} for one that is none. */
  static Later of(Class<?> type) {
    return switch (type.getName()) {
      case "java.util.concurrent.Flow$Publisher" -> FLOW;
      case "io.smallrye.mutiny.Multi" -> MULTI;
      case "org.reactivestreams.Publisher", "reactor.core.publisher.Mono" -> REACTIVE;
      case "reactor.core.publisher.Flux" -> FLUX;
      case "io.smallrye.mutiny.Uni" -> UNI;
      default -> STAGE;
    };
  }

  /** Whether it may have more than one value. */
  boolean isStream() {
    return this != STAGE && this != UNI;
  }

  /** An instance that holds the value. */
  <T> Object holding(T value) {
    return switch (this) {
      case STAGE -> CompletableFuture.completedFuture(value);
      case FLOW -> new SingleElement<>(value);
      case MULTI -> MultiExtractor.holding(value);
      case REACTIVE -> new ReactiveElement<>(value);
      case FLUX -> FluxElement.holding(value);
      case UNI -> UniExtractor.holding(value);
    };
  }

  /** What takes the value out, for each kind whose library is on the class path. */
  static List<ValueExtractor<?>> extractors() {
    List<ValueExtractor<?>> extractors = new ArrayList<>();
    extractors.add(new StageExtractor());
    extractors.add(new PublisherExtractor());
    extractors.add(new GivenExtractor());
    if (isPresent("org.reactivestreams.Publisher")) {
      extractors.add(new ReactiveExtractor());
    }
    if (isPresent("io.smallrye.mutiny.Uni")) {
      extractors.add(new UniExtractor());
      extractors.add(new MultiExtractor());
    }
    return extractors;
  }

  private static boolean isPresent(String type) {
    try {
      Class.forName(type, false, Later.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
