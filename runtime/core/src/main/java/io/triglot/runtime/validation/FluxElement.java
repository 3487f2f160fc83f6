package io.triglot.runtime.validation;

import reactor.core.publisher.Flux;

/** The only class that touches Reactor, for methods that take a Flux. */
final class FluxElement {
  private FluxElement() {}

  /** A Flux that has the element at once. */
  static <T> Flux<T> holding(T element) {
    return Flux.just(element);
  }
}
