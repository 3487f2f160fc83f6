package io.triglot.runtime.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;

/** The one JSON dialect (RFC 8259), and what limits a hostile document runs into. */
final class Json {
  /** How many objects and arrays may lie in one another. */
  static final int MAX_DEPTH = 200;

  /** How many digits a number may have, exponent included. */
  static final int MAX_DIGITS = 1000;

  static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .recyclerPool(buffers())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_DIGITS)
                  .build())
          .build();

  private Json() {}

  /** Buffers for reuse: a virtual thread makes one document and ends, so it could keep none. */
  private static RecyclerPool<BufferRecycler> buffers() {
    return Runtime.version().feature() >= 21
        ? JsonRecyclerPools.newConcurrentDequePool()
        : JsonRecyclerPools.threadLocalPool();
  }
}
