package io.triglot.runtime.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import io.triglot.runtime.Api;
import org.junit.jupiter.api.Test;

/** How many calls a batched field makes. */
class BatchingTest {
  private final Sample sample = new Sample();
  private final GraphQlEndpoint endpoint = GraphQlEndpoint.of(Api.of(sample));

  @Test
  void tenThousandParentsAreOneCall() {
    run("{ parents(count: 10000) { label } }");
    assertThat(sample.batches).containsExactly(10_000);
  }

  @Test
  void aliasesAndFragmentsAreTheSameCall() {
    run(
        "{ a: parents(count: 3) { x: label y: label ...f } b: parents(count: 2) { label } }"
            + " fragment f on Parent { z: label }");
    assertThat(sample.batches).containsExactly(3);
  }

  @Test
  void aNestedLevelIsOneMoreCall() {
    run("{ parents(count: 3) { id siblings { label siblings { label } } } }");
    assertThat(sample.batches.size()).isLessThanOrEqualTo(2);
    assertThat(sample.batches.stream().mapToInt(Integer::intValue).max()).hasValue(6);
  }

  @Test
  void whatIsNotSelectedIsNotLoaded() {
    run("{ parents(count: 3) { id } }");
    run("query ($no: Boolean = false) { parents(count: 3) { label @include(if: $no) id } }");
    assertThat(sample.batches).isEmpty();
  }

  private void run(String query) {
    ExecutionResult result = endpoint.execute(ExecutionInput.newExecutionInput(query).build());
    assertThat(result.getErrors()).isEmpty();
  }
}
