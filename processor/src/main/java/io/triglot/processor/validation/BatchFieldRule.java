package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.ObjectType;
import java.util.List;
import java.util.stream.Stream;

/** A batched field adds something to its type: it is neither one of its fields nor there twice. */
final class BatchFieldRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotBatchField");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    List<BatchField> all =
        model.services().stream().flatMap(service -> service.batchFields().stream()).toList();
    Stream<Diagnostic> repeated =
        Duplicates.of(all.stream(), field -> List.of(field.parent(), field.name()))
            .map(
                pair ->
                    RULE.at(
                        pair.repeated().origin(),
                        pair.first().origin()
                            + " and "
                            + pair.repeated().origin()
                            + " both load "
                            + pair.repeated().parent().simpleName()
                            + "."
                            + pair.repeated().name()
                            + ".",
                        "Remove one of them, or give it another name."));
    Stream<Diagnostic> hidden =
        all.stream()
            .filter(field -> hasField(model, field))
            .map(
                field ->
                    RULE.at(
                        field.origin(),
                        field.origin()
                            + " loads "
                            + field.parent().simpleName()
                            + "."
                            + field.name()
                            + ", which the type has itself.",
                        "Give the batched field another name, or remove the other one."));
    return Stream.concat(repeated, hidden);
  }

  private static boolean hasField(ApiModel model, BatchField batched) {
    return model.types().get(batched.parent()) instanceof ObjectType parent
        && parent.fields().stream().anyMatch(field -> field.name().equals(batched.name()));
  }
}
