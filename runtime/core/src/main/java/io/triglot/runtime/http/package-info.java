/**
 * HTTP as Triglot's endpoints see it, whatever host carries it: a request, a response, an endpoint
 * between them, and a WebSocket that carries text. Hosts adapt their own types to these.
 */
@NullMarked
package io.triglot.runtime.http;

import org.jspecify.annotations.NullMarked;
