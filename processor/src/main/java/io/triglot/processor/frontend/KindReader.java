package io.triglot.processor.frontend;

import io.triglot.processor.model.OperationKind;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Route;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells what a call does. That a method is safe to repeat is never guessed: the two lists of words
 * are closed and part of the contract.
 */
final class KindReader {
  private static final Set<String> QUERY_WORDS =
      Set.of(
          "get", "find", "list", "search", "count", "exists", "is", "has", "read", "fetch",
          "lookup", "query");
  private static final Set<String> MUTATION_WORDS =
      Set.of(
          "create",
          "add",
          "register",
          "place",
          "submit",
          "update",
          "set",
          "change",
          "replace",
          "patch",
          "delete",
          "remove",
          "cancel",
          "approve",
          "reject",
          "confirm",
          "send",
          "pay",
          "ship",
          "start",
          "stop",
          "restock");
  private final Symbols symbols;
  private final Findings findings;

  KindReader(Symbols symbols, Findings findings) {
    this.symbols = symbols;
    this.findings = findings;
  }

  /**
   * What decides about the kind of an operation.
   *
   * @param methodName its name in Java
   * @param written the kind that the annotation says
   * @param writtenAt where it says so
   * @param takesStream whether the caller streams values, or content
   */
  record Signature(
      String methodName,
      Optional<OperationKind> written,
      Origin writtenAt,
      Optional<Route> route,
      ResultForm form,
      TypeRef result,
      List<Parameter> arguments,
      boolean takesStream,
      Origin origin) {}

  /** The kind; empty after a diagnostic. */
  Optional<OperationKind> read(Signature signature) {
    boolean streams = signature.form() == ResultForm.PUBLISHER;
    if (signature.written().isPresent()) {
      return checked(signature, signature.written().get(), streams);
    }
    if (streams) {
      return Optional.of(OperationKind.SUBSCRIPTION);
    }
    return signature
        .route()
        .map(route -> isSafe(route) ? OperationKind.QUERY : OperationKind.MUTATION)
        .or(() -> byName(signature))
        .or(() -> signature.takesStream() ? Optional.of(OperationKind.MUTATION) : Optional.empty())
        .or(() -> refuse(signature));
  }

  private Optional<OperationKind> checked(
      Signature signature, OperationKind written, boolean streams) {
    if (streams != (written == OperationKind.SUBSCRIPTION)) {
      return findings.refuse(
          OperationRules.KIND_CONFLICT,
          signature.writtenAt(),
          signature.origin()
              + " is said to be a "
              + written
              + (streams ? ", but returns a stream." : ", but does not return a stream."),
          streams ? "Leave the kind away." : "Return a Flow.Publisher.");
    }
    if (written == OperationKind.MUTATION
        && signature.route().filter(KindReader::isSafe).isPresent()) {
      return findings.refuse(
          OperationRules.KIND_CONFLICT,
          signature.writtenAt(),
          signature.origin()
              + " is said to be a MUTATION, but its route is a GET, which caches and"
              + " crawlers repeat.",
          "Write POST, PUT, PATCH or DELETE.");
    }
    return Optional.of(written);
  }

  private Optional<OperationKind> byName(Signature signature) {
    List<String> words = Words.of(signature.methodName());
    if (MUTATION_WORDS.contains(words.get(0))) {
      return Optional.of(OperationKind.MUTATION);
    }
    if (QUERY_WORDS.contains(words.get(0))) {
      return joinsChange(words) ? Optional.empty() : Optional.of(OperationKind.QUERY);
    }
    return isNamedAfterResult(signature) ? Optional.of(OperationKind.QUERY) : Optional.empty();
  }

  /** Whether And or Or joins a changing word to what is before it, as in getOrCreateCart. */
  private static boolean joinsChange(List<String> words) {
    return IntStream.range(1, words.size())
        .anyMatch(
            i ->
                Set.of("and", "or").contains(words.get(i - 1))
                    && MUTATION_WORDS.contains(words.get(i)));
  }

  private boolean isNamedAfterResult(Signature signature) {
    TypeRef value = signature.result().present().carrier();
    Optional<TypeRef> paged = PagePartsReader.element(value, symbols);
    boolean several = value instanceof ListRef || value instanceof MapRef || paged.isPresent();
    value = paged.orElse(value);
    if (value instanceof ListRef list) {
      value = list.element();
    } else if (value instanceof MapRef map) {
      value = map.value();
    }
    if (!(value instanceof NamedRef named)) {
      return false;
    }
    String noun = String.join("-", Words.of(named.name().simpleName()));
    String name = String.join("-", Words.of(signature.methodName()));
    return (name.equals(noun) || name.equals(Words.plural(noun)))
        && (several || signature.arguments().isEmpty() || hasOneId(signature.arguments()));
  }

  private static boolean hasOneId(List<Parameter> arguments) {
    if (arguments.size() != 1) {
      return false;
    }
    String name = arguments.get(0).name();
    return arguments.get(0).id() || name.equals("id") || name.endsWith("Id");
  }

  private Optional<OperationKind> refuse(Signature signature) {
    return findings.refuse(
        OperationRules.UNKNOWN_KIND,
        signature.origin(),
        "The name of " + signature.origin() + " does not tell whether a call changes anything.",
        "Write @ApiOperation(kind = OperationKind.QUERY) if it is safe to repeat, else"
            + " @ApiOperation(kind = OperationKind.MUTATION).");
  }

  private static boolean isSafe(Route route) {
    return route.method().equals("GET");
  }
}
