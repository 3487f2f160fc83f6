package io.triglot.runtime.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;

/** The one JSON dialect (RFC 8259), and what limits a hostile document runs into. */
final class Json {
  /** How many objects and arrays may lie in one another. */
  static final int MAX_DEPTH = 200;

  /** How many digits a number may have, exponent included. */
  static final int MAX_DIGITS = 1000;

  static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_DIGITS)
                  .build())
          .build();

  private Json() {}
}
