/**
 * An API's gRPC port, for applications that serve HTTP themselves: {@link
 * io.triglot.hosting.GrpcServer} is the way in. What every host of an API has in common is here
 * too: limits, certificates, readiness, the access log, and the order in which ports stop.
 */
@NullMarked
package io.triglot.hosting;

import org.jspecify.annotations.NullMarked;
