package io.triglot.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a GraphQL document before it is executed.
 *
 * @param kind what its operation does; null where it has none that could be executed
 * @param name the name that the client gave that operation, in the request or in the document; null
 *     where it gave none
 */
public record DocumentDescriptor(@Nullable OperationKind kind, @Nullable String name) {}
