/**
 * The embedded server: Jetty's core handlers for REST, GraphQL, WebSocket and pages on one port,
 * beside the gRPC port of {@code io.triglot.hosting}. {@link io.triglot.server.TriglotServer} is
 * the way in; what it serves are the endpoints of the runtime, to which it adapts requests,
 * responses and threads.
 */
@NullMarked
package io.triglot.server;

import org.jspecify.annotations.NullMarked;
