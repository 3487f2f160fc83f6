package io.triglot.runtime.graphql.plan;

import graphql.Directives;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.VariableReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * On what it depends which parts of a document are selected.
 *
 * @param variables the names of those that {@code @skip} and {@code @include} ask for
 */
record Conditions(List<String> variables) {
  private static final int MOST = 16;
  private static final Set<String> DIRECTIVES =
      Set.of(Directives.SkipDirective.getName(), Directives.IncludeDirective.getName());

  static Conditions of(Document document) {
    Set<String> variables = new TreeSet<>();
    collect(document, variables);
    return new Conditions(List.copyOf(variables));
  }

  /** Whether there are few enough for a plan per combination. */
  boolean arePlannable() {
    return variables.size() <= MOST;
  }

  /** A bit for each variable. */
  int decided(Map<String, @Nullable Object> values) {
    int decided = 0;
    for (int i = 0; i < variables.size(); i++) {
      if (Boolean.TRUE.equals(values.get(variables.get(i)))) {
        decided |= 1 << i;
      }
    }
    return decided;
  }

  private static void collect(Node<?> node, Set<String> variables) {
    if (node instanceof Directive directive && DIRECTIVES.contains(directive.getName())) {
      directive.getArguments().stream()
          .map(argument -> argument.getValue())
          .filter(VariableReference.class::isInstance)
          .forEach(value -> variables.add(((VariableReference) value).getName()));
      return;
    }
    for (Node<?> child : node.getChildren()) {
      collect(child, variables);
    }
  }
}
