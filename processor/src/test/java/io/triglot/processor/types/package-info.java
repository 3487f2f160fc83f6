/**
 * Tests of the mapping: a value of each Java type goes in and comes out on all three protocols, by
 * clients that speak JSON, GraphQL and protobuf.
 */
@NullMarked
package io.triglot.processor.types;

import org.jspecify.annotations.NullMarked;
