package io.triglot.processor.backend.rest;

/** Facts about a running library. */
interface RestClientTests {
  /** How many bytes the body of a request may have. */
  int MAX_BODY_BYTES = 10_000;

  /** A book that can be added. */
  String BOOK =
      """
      {"heading": "Persuasion", "subtitle": null, "genre": "FICTION", "price": 12.340,
       "chapters": [{"name": "One", "pages": 7, "sections": [{"name": "a", "pages": 2}]}]}
      """;

  /** A client of the library. */
  RestClient client();
}
