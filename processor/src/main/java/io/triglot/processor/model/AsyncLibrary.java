package io.triglot.processor.model;

/** Whose types a method speaks where it hands over a stage or a publisher, or takes one. */
public enum AsyncLibrary {
  /** {@code java.util.concurrent}: {@code CompletionStage} and {@code Flow.Publisher}. */
  JDK,
  /** Reactive Streams: {@code org.reactivestreams.Publisher}. */
  REACTIVE_STREAMS,
  /** Reactor: {@code Mono} and {@code Flux}. */
  REACTOR,
  /** Mutiny: {@code Uni} and {@code Multi}. */
  MUTINY
}
