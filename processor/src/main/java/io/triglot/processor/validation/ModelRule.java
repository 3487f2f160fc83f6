package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.ApiModel;
import java.util.stream.Stream;

/** Checks one thing about the model. */
@FunctionalInterface
interface ModelRule {
  /** The breaches found, in any order. */
  Stream<Diagnostic> check(ApiModel model);
}
