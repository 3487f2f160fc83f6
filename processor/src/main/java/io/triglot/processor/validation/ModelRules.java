package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.ApiModel;
import java.util.List;

/** All the rules that hold whatever the protocol is. */
public final class ModelRules {
  private static final List<ModelRule> RULES =
      List.of(
          new AcceptedRule(),
          new BatchFieldRule(),
          new CallHintRule(),
          new ConstructorRule(),
          new DiscriminatorRule(),
          new DuplicateOperationRule(),
          new DuplicateServiceRule(),
          new DuplicateTypeRule(),
          new ExactNameRule(),
          new FieldNumberRule(),
          new GuardedPropertyRule(),
          new InvalidNameRule(),
          new JsonNameRule(),
          new NameCollisionRule(),
          new OverloadRule(),
          new PatchRule(),
          new PathVariableRule(),
          new SortedInputRule(),
          new UncheckedConstraintRule(),
          new VersionRule(),
          new EventIdRule());

  private ModelRules() {}

  /** The breaches in a model, in any order. */
  public static List<Diagnostic> check(ApiModel model) {
    return RULES.stream().flatMap(rule -> rule.check(model)).toList();
  }
}
