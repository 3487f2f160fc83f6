package io.triglot.runtime.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import io.triglot.runtime.Api;
import io.triglot.runtime.graphql.plan.CompletedValue;
import io.triglot.runtime.graphql.plan.DocumentPlans;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/**
 * What is completed by plans is what graphql-java makes of the same wiring. {@code
 * -Dtriglot.documents=1000} tries a thousand documents for each that is tried otherwise.
 */
class FusionDifferentialTest {
  private static final int DOCUMENTS = Integer.getInteger("triglot.documents", 1) * 10;

  private static final GraphQlSettings LARGE =
      new GraphQlSettings(
          Map.of(GraphQlLimit.COMPLEXITY, Integer.MAX_VALUE, GraphQlLimit.DIRECTIVES, 10_000),
          new TreeMap<>(),
          1,
          Duration.ofMinutes(5),
          true,
          1);

  private static int compared;
  private static int fused;
  private static int direct;
  private static int directlyLoaded;
  private static int withErrors;
  private static int moreCalls;

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void aPlanCompletesWhatGraphQlJavaDoes(@ForAll long seed) {
    int oddity = new int[] {0, 10, 40}[(int) Math.floorMod(seed, 3L)];
    RandomSchema service = RandomSchema.of(seed, oddity);
    FieldInterceptors none = new FieldInterceptors(Map.of(), Api.of().calls());
    Execution execution =
        new Execution(
            SchemaAssembly.of(List.of(service), none, LARGE, () -> ""), Api.of().calls(), LARGE);
    for (int i = 0; i < DOCUMENTS; i++) {
      compare(service, execution, RandomDocument.of(service, seed + i));
    }
  }

  @AfterContainer
  static void plansAreUsed() {
    assertThat(fused).isGreaterThan(compared / 4);
    assertThat(direct).isGreaterThan(compared / 3);
    assertThat(directlyLoaded).isGreaterThan(compared / 40);
    assertThat(moreCalls).as("by the order of loads on a level").isLessThan(10 + compared / 20);
    assertThat(withErrors).isGreaterThan(compared / 20);
  }

  private static void compare(RandomSchema service, Execution execution, String query) {
    PreparedDocument document = execution.prepare(query);
    if (!document.isValid()) {
      return;
    }
    PreparedDocument unplanned =
        new PreparedDocument(
            document.entry(),
            document.operations(),
            document.batches(),
            document.facts(),
            DocumentPlans.none());
    int most = MostCalls.of(document.entry().getDocument(), service.batched());
    for (int round = 0; round < 4; round++) {
      Map<String, @Nullable Object> variables = variables(round);
      service.calls().set(0);
      service.asked().set(0);
      ExecutionResult expected = run(service, execution, unplanned, query, variables);
      int calls = service.calls().getAndSet(0);
      int asked = service.asked().getAndSet(0);
      ExecutionResult result = run(service, execution, document, query, variables);
      String what = variables + " " + query;
      assertThat(result.<@Nullable Object>getData())
          .as(what)
          .isEqualTo(expected.<@Nullable Object>getData());
      assertThat(json(result)).as(what).isEqualTo(json(expected));
      assertThat(errors(result, expected, document))
          .as(what)
          .isEqualTo(errors(expected, expected, document));
      assertThat(service.asked().get()).as(what).isEqualTo(asked);
      if (result.<@Nullable Object>getData() instanceof CompletedValue) {
        assertThat(service.calls().get()).as(what).isLessThanOrEqualTo(most);
      }
      if (expected.getErrors().isEmpty() && service.calls().get() > calls) {
        moreCalls++;
      }
      count(result, service.calls().get() > 0);
    }
  }

  /** The number is left out, there, null, and there. */
  private static Map<String, @Nullable Object> variables(int round) {
    Map<String, @Nullable Object> variables = new TreeMap<>();
    variables.put("yes", round != 1);
    variables.put("no", round == 1);
    if (round != 1) {
      variables.put("number", 1);
    }
    if (round > 0) {
      variables.put("num", round == 2 ? null : 5);
    }
    return variables;
  }

  private static void count(ExecutionResult result, boolean loaded) {
    compared++;
    withErrors += result.getErrors().isEmpty() ? 0 : 1;
    Map<String, @Nullable Object> data = result.getData();
    direct += data instanceof CompletedValue ? 1 : 0;
    directlyLoaded += loaded && data instanceof CompletedValue ? 1 : 0;
    fused +=
        data != null && data.values().stream().anyMatch(CompletedValue.class::isInstance) ? 1 : 0;
  }

  private static ExecutionResult run(
      RandomSchema service,
      Execution execution,
      PreparedDocument document,
      String query,
      Map<String, @Nullable Object> variables) {
    CompletableFuture<ExecutionResult> result =
        execution
            .execute(
                document,
                GraphQlParameters.of(Map.of("query", query, "variables", variables)),
                GraphQlRequest.of(GraphQLContext.getDefault()))
            .toCompletableFuture();
    service.finish(result);
    return result.join();
  }

  private static String json(ExecutionResult result) {
    Object data = result.getData();
    return data == null ? "null" : new String(GraphQlJson.bytes(data), StandardCharsets.UTF_8);
  }

  /** When the loads of a level fail, graphql-java does not promise in which order it says so. */
  private static List<String> errors(
      ExecutionResult result, ExecutionResult expected, PreparedDocument document) {
    List<String> errors =
        result.getErrors().stream()
            .map(error -> told(error, expected.<@Nullable Object>getData()))
            .distinct()
            .toList();
    return document.batches() ? errors.stream().sorted().toList() : errors;
  }

  /**
   * What is told of an error. Of those beneath a value that is null for one of them, the others may
   * be told or not: the value need not wait for them.
   */
  private static String told(GraphQLError error, @Nullable Object data) {
    List<Object> path = Objects.requireNonNullElse(error.getPath(), List.of());
    Object value = data;
    for (int depth = 0; depth < path.size(); depth++) {
      if (value == null) {
        return "one beneath " + path.subList(0, depth);
      }
      value =
          value instanceof List<?> list
              ? list.get((Integer) path.get(depth))
              : ((Map<?, ?>) value).get(path.get(depth));
    }
    return withoutIncident(error.toSpecification());
  }

  private static String withoutIncident(Map<String, Object> error) {
    return error.toString().replaceAll("[0-9a-f-]{36}", "incident");
  }
}
