package io.triglot.runtime.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.validation.GoodFaithIntrospectionExceeded;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.graphql.plan.DocumentPlans;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Parses and validates documents, and keeps the valid ones, so that a query that comes again costs
 * neither. Bounded by the length of the texts kept. Thread-safe.
 */
final class Documents {
  /** Altogether; a document takes a few dozen times the memory of its text. */
  private static final long MAX_KEPT_CHARACTERS = 1_000_000;

  /**
   * More digits than any number needs. To parse a number takes time in the square of its digits:
   * one of a million digits, within graphql-java's limits, keeps a core busy for half a minute.
   */
  private static final int MAX_DIGITS = 1_000;

  private final GraphQLSchema schema;
  private final Set<String> batched;
  private final FieldHints hints;
  private final DocumentLimits limits;
  private final Cache<String, PreparedDocument> kept =
      Caffeine.newBuilder()
          .executor(Runnable::run) // to forget takes no time
          .maximumWeight(MAX_KEPT_CHARACTERS)
          .weigher((String text, PreparedDocument document) -> text.length())
          .build();

  Documents(SchemaAssembly assembly, DocumentLimits limits) {
    schema = assembly.schema();
    batched = assembly.batched();
    hints = assembly.hints();
    this.limits = limits;
  }

  /** The document of a query. */
  PreparedDocument prepare(String query) {
    PreparedDocument known = kept.getIfPresent(query);
    if (known != null) {
      return known;
    }
    PreparedDocument prepared = prepared(parseAndValidate(query), query.length());
    if (prepared.isValid()) {
      kept.put(query, prepared);
    }
    return prepared;
  }

  private PreparedDocument prepared(PreparsedDocumentEntry entry, int length) {
    Document document = entry.getDocument();
    return document == null || entry.hasErrors()
        ? PreparedDocument.invalid(entry)
        : PreparedDocument.of(
            entry,
            batched,
            OperationFacts.of(schema, hints, document),
            DocumentPlans.of(document, length));
  }

  private PreparsedDocumentEntry parseAndValidate(String query) {
    if (hasEndlessNumber(query)) {
      return new PreparsedDocumentEntry(
          FailureError.of(
              Failure.of(
                  StatusCode.INVALID_ARGUMENT,
                  "The document has a number of more than " + MAX_DIGITS + " digits")));
    }
    ParseAndValidateResult parsed =
        ParseAndValidate.parse(
            ExecutionInput.newExecutionInput(query)
                .locale(Locale.ENGLISH)
                .graphQLContext(Map.of(ParserOptions.class, limits.parsing()))
                .build());
    Document document = parsed.getDocument();
    if (document == null) {
      return new PreparsedDocumentEntry(limits.told(parsed));
    }
    Optional<Failure> refusal = limits.refusal(document);
    if (refusal.isPresent()) {
      return new PreparsedDocumentEntry(document, List.of(FailureError.of(refusal.get())));
    }
    List<? extends GraphQLError> errors = validate(document);
    return errors.isEmpty()
        ? new PreparsedDocumentEntry(document)
        : new PreparsedDocumentEntry(document, errors);
  }

  private List<? extends GraphQLError> validate(Document document) {
    try {
      return ParseAndValidate.validate(
              schema, document, rule -> true, Locale.ENGLISH, limits.validation())
          .stream()
          .map(limits::told)
          .toList();
    } catch (GoodFaithIntrospectionExceeded excess) {
      return List.of(excess.toBadFaithError());
    }
  }

  private static boolean hasEndlessNumber(String query) {
    if (query.length() <= MAX_DIGITS) {
      return false;
    }
    int run = 0;
    for (int i = 0; i < query.length() && run <= MAX_DIGITS; i++) {
      char c = query.charAt(i);
      run = c >= '0' && c <= '9' ? run + 1 : 0;
    }
    return run > MAX_DIGITS;
  }
}
