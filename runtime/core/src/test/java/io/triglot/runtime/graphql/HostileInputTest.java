package io.triglot.runtime.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.triglot.runtime.Api;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that is meant to cost much more than it is worth gets a clean error. */
class HostileInputTest {
  private final Sample sample = new Sample();
  private final GraphQlEndpoint endpoint = GraphQlEndpoint.of(Api.of(sample));

  @Test
  void selectionsThatNestTooDeepAreRefused() {
    assertRefused("{ parents(count: 1) " + "{ siblings ".repeat(200) + "{ id }" + " }".repeat(201));
    assertRefused(
        "{ parents(count: 1) " + "{ siblings ".repeat(7000) + "{ id }" + " }".repeat(7001));
  }

  @Test
  void literalsThatNestTooDeepAreRefused() {
    assertRefused("{ depth(tree: " + "{child: ".repeat(3000) + "null" + "}".repeat(3000) + ") }");
    assertRefused("{ depth(tree: " + "[".repeat(5000) + "]".repeat(5000) + ") }");
  }

  @Test
  void variablesOfAnyDepthThatJsonAllowsAreRead() {
    String json = "{\"child\":".repeat(190) + "null" + "}".repeat(190);
    Map<String, Object> tree =
        Map.copyOf(GraphQlJson.object("{\"tree\":" + json + "}", "variables"));
    assertThat(
            run("query ($tree: TreeInput!) { depth(tree: $tree) }", tree)
                .<Map<String, Object>>getData())
        .containsEntry("depth", 190);
  }

  @Test
  void jsonThatNestsTooDeepIsMalformed() {
    byte[] json = ("[".repeat(100_000)).getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> GraphQlJson.object(json, "body"))
        .isInstanceOf(MalformedRequestException.class)
        .hasMessage("body: must be a JSON object");
  }

  @Test
  void numbersWithoutEndAreRefusedWithoutBeingParsed() {
    String number = "7".repeat(900_000);
    for (String query :
        List.of(
            "{ number(decimal: 1, integer: " + number + ") }",
            "{ number(integer: 1, decimal: 0." + number + ") }")) {
      assertThat(run(query, Map.of()).getErrors())
          .singleElement()
          .extracting(GraphQLError::getMessage)
          .isEqualTo("The document has a number of more than 1000 digits");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-999999999", "1e2147483647"})
  void numbersThatWouldFillTheMemoryAreRefused(String number) {
    assertRefused("{ number(decimal: 1, integer: " + number + ") }");
    assertRefused("{ number(integer: 1, decimal: " + number + ") }");
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("n", new BigDecimal(number));
    assertRefused("query ($n: BigInteger!) { number(decimal: 1, integer: $n) }", variables);
    variables.put("n", number);
    assertRefused("query ($n: BigDecimal!) { number(integer: 1, decimal: $n) }", variables);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "1.5", "\"1\"", "true", "[1, 2]", "{a: 1}", "null"})
  void whatIsNoIntIsRefused(String value) {
    assertRefused("mutation { add(amount: " + value + ") }");
    assertThat(sample.total).hasValue(0);
  }

  @Test
  void unknownFieldsOfAnInputAreRefused() {
    assertRefused("{ depth(tree: {parent: null}) }");
    assertRefused(
        "query ($t: TreeInput!) { depth(tree: $t) }",
        Map.of("t", Map.of("child", Map.of("parent", 1))));
  }

  @Test
  void fragmentsThatSpreadThemselvesAreRefused() {
    assertRefused("{ parents(count: 1) { ...a } } fragment a on Parent { siblings { ...a } }");
  }

  @Test
  void introspectionInCirclesIsRefused() {
    assertRefused(
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }");
  }

  @Test
  void textFullOfDigitsIsNoNumber() {
    ExecutionResult result = run("{ greeting(name: \"" + "7 ".repeat(5_000) + "\") }", Map.of());
    assertThat(result.getErrors()).isEmpty();
  }

  private void assertRefused(String query) {
    assertRefused(query, Map.of());
  }

  private void assertRefused(String query, Map<String, Object> variables) {
    ExecutionResult result = run(query, variables);
    assertThat(result.isDataPresent()).isFalse();
    assertThat(result.getErrors())
        .isNotEmpty()
        .allSatisfy(
            error ->
                assertThat(error.getExtensions().get("code"))
                    .isIn("INVALID_ARGUMENT", "RESOURCE_EXHAUSTED"));
  }

  private ExecutionResult run(String query, Map<String, Object> variables) {
    return endpoint.execute(ExecutionInput.newExecutionInput(query).variables(variables).build());
  }
}
