/**
 * The back end for GraphQL: lowers the model to a schema tree, checks it, and writes from that one
 * tree both the SDL and the Java that contributes fields and types to the running schema.
 */
@NullMarked
package io.triglot.processor.backend.graphql;

import org.jspecify.annotations.NullMarked;
