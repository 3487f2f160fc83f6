package io.triglot.runtime.parity;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** An interface of which nothing is known. */
public interface Shop {
  Object find(String id);

  CompletionStage<Object> findLater(String id);

  void remove(String id);

  Flow.Publisher<String> changes();
}
