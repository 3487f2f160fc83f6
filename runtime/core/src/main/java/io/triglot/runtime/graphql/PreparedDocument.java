package io.triglot.runtime.graphql;

import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLSchema;
import io.triglot.runtime.CacheHint;
import io.triglot.runtime.DocumentDescriptor;
import io.triglot.runtime.FieldViolation;
import io.triglot.runtime.OperationKind;
import io.triglot.runtime.graphql.plan.DocumentPlans;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document that was parsed and validated.
 *
 * @param entry the document, or what is wrong with it
 * @param operations its operations, in order
 * @param batches whether it selects a field that is loaded in batches
 * @param facts what is known of its operations, where it is valid
 * @param plans how the values of its fields are completed
 */
record PreparedDocument(
    PreparsedDocumentEntry entry,
    List<OperationDefinition> operations,
    boolean batches,
    Map<OperationDefinition, OperationFacts> facts,
    DocumentPlans plans) {

  /** Takes copies. */
  PreparedDocument {
    operations = List.copyOf(operations);
    facts = Map.copyOf(facts);
  }

  /** A document that cannot be executed. */
  static PreparedDocument invalid(PreparsedDocumentEntry entry) {
    return new PreparedDocument(
        entry, operations(entry.getDocument()), false, Map.of(), DocumentPlans.none());
  }

  /** Looks through the selections of a valid document for fields of these names. */
  static PreparedDocument of(
      PreparsedDocumentEntry entry,
      Set<String> batchedFields,
      Map<OperationDefinition, OperationFacts> facts,
      DocumentPlans plans) {
    Document document = entry.getDocument();
    boolean batches =
        document != null
            && document.getDefinitions().stream()
                .anyMatch(definition -> selects(selections(definition), batchedFields));
    return new PreparedDocument(entry, operations(document), batches, facts, plans);
  }

  private static List<OperationDefinition> operations(@Nullable Document document) {
    return document == null ? List.of() : document.getDefinitionsOfType(OperationDefinition.class);
  }

  boolean isValid() {
    return !entry.hasErrors();
  }

  /**
   * What the operation does that a request names, or the only one where it names none; empty where
   * there is no such operation, which execution then tells.
   */
  Optional<Operation> operation(@Nullable String name) {
    return definition(name).map(OperationDefinition::getOperation);
  }

  /** The operation that a request names, or the only one; empty where there is no such. */
  Optional<OperationDefinition> definition(@Nullable String name) {
    OperationDefinition found = null;
    for (OperationDefinition operation : operations) {
      if (isUnnamed(name) || Objects.equals(operation.getName(), name)) {
        if (found != null) {
          return Optional.empty();
        }
        found = operation;
      }
    }
    return Optional.ofNullable(found);
  }

  /** What the operation of a request costs; nothing where there is none to execute. */
  long cost(GraphQlParameters parameters) {
    return definition(parameters.operationName())
        .map(facts::get)
        .map(known -> known.weight().of(parameters.variables()))
        .orElse(0L);
  }

  /**
   * For how long the result of an operation may be kept; not at all where it has fields that are
   * loaded in batches, which are answered by other operations.
   */
  Optional<CacheHint> cache(@Nullable String operation) {
    return batches
        ? Optional.empty()
        : definition(operation).map(facts::get).map(OperationFacts::cache);
  }

  /** Which values of the request's variables are at fault, where nothing could be executed. */
  List<FieldViolation> wrongVariables(GraphQLSchema schema, GraphQlParameters parameters) {
    Document document = entry.getDocument();
    return document == null
        ? List.of()
        : definition(parameters.operationName())
            .map(each -> WrongVariables.of(schema, document, each, parameters.variables()))
            .orElse(List.of());
  }

  /** What observers are told of a request for the operation of that name. */
  DocumentDescriptor descriptor(@Nullable String name) {
    OperationKind kind = null;
    if (isValid()) {
      kind = operation(name).map(operation -> OperationKind.valueOf(operation.name())).orElse(null);
    }
    String own = isValid() ? definition(name).map(OperationDefinition::getName).orElse(null) : null;
    return new DocumentDescriptor(kind, isUnnamed(name) ? own : name);
  }

  private static boolean isUnnamed(@Nullable String operation) {
    return operation == null || operation.isEmpty();
  }

  private static @Nullable SelectionSet selections(Definition<?> definition) {
    if (definition instanceof OperationDefinition operation) {
      return operation.getSelectionSet();
    }
    return definition instanceof FragmentDefinition fragment ? fragment.getSelectionSet() : null;
  }

  private static boolean selects(@Nullable SelectionSet selections, Set<String> names) {
    return selections != null
        && selections.getSelections().stream().anyMatch(selection -> selects(selection, names));
  }

  private static boolean selects(Selection<?> selection, Set<String> names) {
    if (selection instanceof Field field) {
      return names.contains(field.getName()) || selects(field.getSelectionSet(), names);
    }
    return selection instanceof InlineFragment fragment
        && selects(fragment.getSelectionSet(), names);
  }
}
