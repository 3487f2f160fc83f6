package io.triglot.runtime.graphql;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many calls the batched fields of a document make at most: one for each of them on each level,
 * with each of its arguments; and beneath each field of a mutation.
 */
final class MostCalls {
  private final Set<String> batched;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Set<List<Object>> calls = new HashSet<>();

  private MostCalls(Set<String> batched) {
    this.batched = batched;
  }

  /**
   * Counts them.
   *
   * @param batched the names of the batched fields, which no other field has
   */
  static int of(Document document, Set<String> batched) {
    MostCalls most = new MostCalls(batched);
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> most.fragments.put(fragment.getName(), fragment));
    document
        .getDefinitionsOfType(OperationDefinition.class)
        .forEach(
            operation ->
                most.count(
                    operation.getSelectionSet(),
                    0,
                    operation.getOperation() == Operation.MUTATION ? null : ""));
    return most.calls.size();
  }

  /** Counts what is selected on a level; beneath a root that is null where it is yet to come. */
  private void count(@Nullable SelectionSet selections, int level, @Nullable String root) {
    if (selections == null) {
      return;
    }
    for (Selection<?> selection : selections.getSelections()) {
      if (selection instanceof Field field) {
        if (batched.contains(field.getName())) {
          String arguments =
              field.getArguments().stream().map(AstPrinter::printAst).toList().toString();
          calls.add(List.of(String.valueOf(root), level, field.getName(), arguments));
        }
        count(field.getSelectionSet(), level + 1, root == null ? field.getResultKey() : root);
      } else if (selection instanceof InlineFragment fragment) {
        count(fragment.getSelectionSet(), level, root);
      } else if (selection instanceof FragmentSpread spread) {
        count(fragments.get(spread.getName()).getSelectionSet(), level, root);
      }
    }
  }
}
