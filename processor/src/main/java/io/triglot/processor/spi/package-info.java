/**
 * What a protocol's back end implements: it is given the model and answers with diagnostics and
 * text. The built-in back ends for REST, GraphQL and gRPC use this very interface.
 */
@NullMarked
package io.triglot.processor.spi;

import org.jspecify.annotations.NullMarked;
