package io.triglot.processor.backend.rest;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.OperationKind;
import io.triglot.processor.model.Paging;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import io.triglot.processor.model.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Derives the route of an operation for which the user wrote none, by closed rules. */
final class RouteInference {
  private static final Set<String> RETRIEVAL =
      Set.of("get", "find", "list", "read", "fetch", "lookup", "query");
  private static final Map<String, String> METHODS_BY_ID =
      Map.of("update", "PUT", "replace", "PUT", "patch", "PATCH", "delete", "DELETE");

  private final Operation operation;
  private final Noun noun;
  private final Optional<Parameter> id;
  private final boolean paged;

  private RouteInference(ApiModel model, Operation operation, Noun noun) {
    this.operation = operation;
    this.paged = Paging.isPage(model, operation.result().present().carrier());
    this.noun = noun;
    this.id =
        operation.arguments().stream()
            .filter(parameter -> noun.isIdentifiedBy(parameter.name()))
            .filter(parameter -> parameter.type().carrier() instanceof ScalarRef)
            .findFirst();
  }

  /**
   * A route.
   *
   * @param httpMethod such as {@code GET}
   */
  record Inferred(String httpMethod, PathTemplate path) {}

  /** The route, below the path of the service. */
  static Inferred infer(ApiModel model, Operation operation, Noun noun) {
    return new RouteInference(model, operation, noun).infer();
  }

  private Inferred infer() {
    if (operation.stream().isPresent()) {
      return mutation(); // nothing else has a body
    }
    return switch (operation.kind()) {
      case QUERY -> query();
      case MUTATION -> mutation();
      case SUBSCRIPTION ->
          new Inferred("GET", new PathTemplate(List.of(Words.kebab(operation.name()))));
    };
  }

  private Inferred query() {
    List<String> rest = withoutRetrieval(noun.rest());
    if (!rest.isEmpty()) {
      return new Inferred("GET", resource().then(List.of(String.join("-", rest))));
    }
    if (returnsSeveral()) {
      return new Inferred("GET", collection());
    }
    return new Inferred(
        "GET", id.isPresent() ? resource() : new PathTemplate(List.of(noun.singular())));
  }

  private Inferred mutation() {
    String verb = Words.of(operation.name()).get(0);
    boolean onResource = noun.rest().equals(List.of(verb)) && !noun.several();
    if (onResource && verb.equals("create")) {
      return new Inferred("POST", collection());
    }
    if (onResource && id.isPresent() && METHODS_BY_ID.containsKey(verb)) {
      return new Inferred(METHODS_BY_ID.get(verb), resource());
    }
    List<String> words = noun.rest().isEmpty() ? Words.of(operation.name()) : noun.rest();
    return new Inferred("POST", resource().then(List.of(String.join("-", words))));
  }

  /** The words that say more than that something is retrieved, and by its id. */
  private List<String> withoutRetrieval(List<String> words) {
    List<String> rest = new ArrayList<>(words);
    if (!rest.isEmpty() && RETRIEVAL.contains(rest.get(0))) {
      rest.remove(0);
    }
    if (rest.equals(List.of("all")) && returnsSeveral()) {
      rest.clear();
    }
    if (id.isPresent() && rest.equals(List.of("by", "id"))) {
      rest.clear();
    }
    return rest;
  }

  private boolean returnsSeveral() {
    TypeRef result = operation.result().present().carrier();
    return result instanceof ListRef || paged;
  }

  private PathTemplate collection() {
    return new PathTemplate(List.of(noun.plural()));
  }

  /** The one resource that is identified, or the collection where none is. */
  private PathTemplate resource() {
    return collection()
        .then(id.map(parameter -> PathTemplate.variable(parameter.name())).stream().toList());
  }

  /** Whether this is a mutation that makes a new resource, by its name. */
  static boolean creates(Operation operation, Noun noun) {
    return operation.kind() == OperationKind.MUTATION
        && noun.rest().equals(List.of("create"))
        && !noun.several();
  }
}
