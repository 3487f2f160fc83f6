package io.triglot.processor;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.IdempotencyKeys;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.OperationKind;
import io.triglot.processor.spi.Options;
import java.util.List;
import java.util.Map;

/**
 * The option {@code triglot.idempotencyKeys}: whether the mutations of the module take idempotency
 * keys, for the contracts to tell.
 */
final class IdempotencyOption {
  /**
   * Whether the mutations of the module take idempotency keys, for the contracts to tell: {@code
   * accepted} or {@code required}. Without it, contracts tell nothing of them.
   */
  static final String OPTION = "idempotencyKeys";

  static final Rule RULE = Rule.error("TriglotIdempotencyOption");

  private static final OptionValues<IdempotencyKeys> VALUES =
      new OptionValues<>(
          OPTION,
          RULE,
          "Say accepted or required, or leave it out.",
          Map.of("accepted", IdempotencyKeys.ACCEPTED, "required", IdempotencyKeys.REQUIRED));

  private IdempotencyOption() {}

  /** What is wrong with the option. */
  static List<Diagnostic> check(Options options) {
    return VALUES.check(options);
  }

  /** The model with operations that know of it: mutations whose clients send values. */
  static ApiModel applied(ApiModel model, Options options) {
    IdempotencyKeys keys = VALUES.of(options, IdempotencyKeys.NONE).orElse(IdempotencyKeys.NONE);
    return keys == IdempotencyKeys.NONE
        ? model
        : new ApiModel(
            model.services().stream()
                .map(
                    service ->
                        service.withOperations(
                            service.operations().stream()
                                .map(each -> takesKeys(each) ? each.withKeys(keys) : each)
                                .toList()))
                .toList(),
            model.types(),
            model.errors());
  }

  private static boolean takesKeys(Operation operation) {
    return operation.kind() == OperationKind.MUTATION
        && operation.stream().isEmpty()
        && operation.arguments().stream().noneMatch(each -> Operation.isUpload(each.type()));
  }
}
