/** The embedded server: one port for HTTP, one for gRPC. */
@NullMarked
package io.triglot.server;

import org.jspecify.annotations.NullMarked;
