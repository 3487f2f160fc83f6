package io.triglot.runtime.graphql;

import graphql.GraphQLError;
import graphql.ParseAndValidateResult;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.validation.QueryComplexityLimits;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a document may have most of, as far as it is known before its variables are. Tokens, depth
 * and fields are counted by graphql-java, by the options that it is given.
 */
record DocumentLimits(GraphQlSettings settings) {
  private static final Set<String> SCHEMA = Set.of("__schema", "__type");

  /** What the parser takes. */
  ParserOptions parsing() {
    return ParserOptions.getDefaultOperationParserOptions()
        .transform(options -> options.maxTokens(settings.most(GraphQlLimit.TOKENS)));
  }

  /** What validation takes. */
  QueryComplexityLimits validation() {
    return QueryComplexityLimits.newLimits()
        .maxDepth(settings.most(GraphQlLimit.DEPTH))
        .maxFieldsCount(settings.most(GraphQlLimit.FIELDS))
        .build();
  }

  /** Why a document is not even validated: much of anything takes validation long. */
  Optional<Failure> refusal(Document document) {
    Counting counted = new Counting();
    new NodeTraverser().preOrder(counted, document);
    if (counted.aliases > settings.most(GraphQlLimit.ALIASES)) {
      return Optional.of(exceeded(GraphQlLimit.ALIASES));
    }
    if (counted.directives > settings.most(GraphQlLimit.DIRECTIVES)) {
      return Optional.of(exceeded(GraphQlLimit.DIRECTIVES));
    }
    return counted.introspection && !settings.introspection()
        ? Optional.of(
            new Failure(
                StatusCode.INVALID_ARGUMENT,
                "INTROSPECTION_OFF",
                "The schema is not told to clients",
                List.of(),
                Map.of()))
        : Optional.empty();
  }

  /** Why an array of so many requests is not executed. */
  Optional<Failure> batch(int requests) {
    return requests > settings.most(GraphQlLimit.BATCH)
        ? Optional.of(exceeded(GraphQlLimit.BATCH))
        : Optional.empty();
  }

  /** Why an operation is not executed that costs so much. */
  Optional<Failure> refusal(long cost) {
    return cost > settings.most(GraphQlLimit.COMPLEXITY)
        ? Optional.of(exceeded(GraphQlLimit.COMPLEXITY))
        : Optional.empty();
  }

  Failure exceeded(GraphQlLimit limit) {
    return limit.exceeded(settings.most(limit));
  }

  /** The errors of a document that cannot be parsed. */
  List<GraphQLError> told(ParseAndValidateResult parsed) {
    return parsed.getSyntaxException() instanceof ParseCancelledException cancelled
            && cancelled.getClass() == ParseCancelledException.class
        ? List.of(FailureError.of(exceeded(GraphQlLimit.TOKENS)))
        : parsed.getErrors();
  }

  /** An error of validation in the form that all limits have, where it tells of one. */
  GraphQLError told(GraphQLError error) {
    if (error instanceof ValidationError found) {
      if (found.getValidationErrorType() == ValidationErrorType.MaxQueryDepthExceeded) {
        return FailureError.of(exceeded(GraphQlLimit.DEPTH));
      }
      if (found.getValidationErrorType() == ValidationErrorType.MaxQueryFieldsExceeded) {
        return FailureError.of(exceeded(GraphQlLimit.FIELDS));
      }
    }
    return error;
  }

  @SuppressWarnings("rawtypes") // as graphql-java declares it
  private static final class Counting extends NodeVisitorStub {
    private int aliases;
    private int directives;
    private boolean introspection;

    @Override
    public TraversalControl visitField(Field field, TraverserContext<Node> context) {
      if (field.getAlias() != null) {
        aliases++;
      }
      introspection |= SCHEMA.contains(field.getName());
      return TraversalControl.CONTINUE;
    }

    @Override
    public TraversalControl visitDirective(Directive directive, TraverserContext<Node> context) {
      directives++;
      return TraversalControl.CONTINUE;
    }
  }
}
