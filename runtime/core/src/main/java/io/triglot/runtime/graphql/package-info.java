/**
 * GraphQL at run time: generated bindings contribute their fields and types to one schema
 * (graphql-java), and the endpoint executes requests on it and speaks GraphQL over HTTP,
 * server-sent events and WebSocket on top of the neutral types of {@code io.triglot.runtime.http}.
 */
@NullMarked
package io.triglot.runtime.graphql;

import org.jspecify.annotations.NullMarked;
