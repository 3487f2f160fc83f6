package io.triglot.runtime.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operation costs, by how many elements its lists have. */
class WeigherTest {
  private static final GraphQLSchema SCHEMA =
      UnExecutableSchemaGenerator.makeUnExecutableSchema(
          new SchemaParser()
              .parse(
                  """
          type Query {
            orders(limit: Int): [Order!]!
            large(limit: BigInteger): [Order!]!
            page(first: Int): OrderConnection!
            account(limit: Int): Account!
          }
          type Order { id: ID! }
          type OrderConnection { nodes: [Order!]! }
          type Account { orders: [Order!]! }
          scalar BigInteger
          """));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          { orders { id } }                    | 11
          { orders(limit: 3) { id } }          | 4
          { orders(limit: 0) { id } }          | 1
          { orders(limit: -1) { id } }         | 11
          { page(first: 3) { nodes { id } } }  | 5
          { account { orders { id } } }        | 12
          """)
  void listsAreMultipliedByTheirSizes(String query, long cost) {
    assertThat(cost(query, Map.of())).isEqualTo(cost);
  }

  @ParameterizedTest
  @CsvSource({"0", "3", "2147483647"})
  void theLimitOfWhatIsNoListIsNotOne(String limit) {
    assertThat(cost("{ account(limit: %s) { orders { id } } }".formatted(limit), Map.of()))
        .isEqualTo(12);
  }

  @Test
  void sizesOfAnyMagnitudeAreOnesThatNobodyMayAskFor() {
    String query = "query ($n: BigInteger) { large(limit: $n) { id } }";

    assertThat(cost(query, Map.of("n", BigInteger.TWO))).isEqualTo(3);
    assertThat(cost(query, Map.of("n", BigInteger.TWO.pow(64)))).isEqualTo(Long.MAX_VALUE);
    assertThat(cost(query, Map.of("n", BigInteger.TWO.pow(64).negate()))).isEqualTo(11);
  }

  private static long cost(String query, Map<String, Object> variables) {
    Document document = Parser.parse(query);
    OperationDefinition operation =
        document.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow();
    FieldHints hints = new FieldHints(Map.of(), Map.of(), 10);
    return Weigher.weights(SCHEMA, hints, document).get(operation).of(variables);
  }
}
