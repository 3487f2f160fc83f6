package io.triglot.benchmarks.contest;

import java.nio.charset.StandardCharsets;

/** The requests that are compared, as clients send them. */
public enum Question {
  /** A list of 100 objects with five fields. */
  PRODUCTS("{ products { id name price stock createdAt } }", "{}"),
  /** One object by its id. */
  PRODUCT(
      "query Product($id: ID!) { product(id: $id) { id name price stock createdAt } }",
      "{\"id\": \"17\"}"),
  /** A list of 100 objects, each with another one that is loaded for all at once. */
  ORDERS("{ orders { id quantity status product { id name price } } }", "{}"),
  /** A mutation with an input object. */
  CREATE_ORDER(
      "mutation Create($input: CreateOrderInput!) "
          + "{ createOrder(input: $input) { id productId quantity status } }",
      "{\"input\": {\"productId\": \"17\", \"quantity\": 3}}");

  private final String query;
  private final String variables;

  Question(String query, String variables) {
    this.query = query;
    this.variables = variables;
  }

  /** The body of the request: GraphQL over HTTP's JSON, in UTF-8. */
  public byte[] body() {
    return "{\"query\": \"%s\", \"variables\": %s}"
        .formatted(query, variables)
        .getBytes(StandardCharsets.UTF_8);
  }
}
