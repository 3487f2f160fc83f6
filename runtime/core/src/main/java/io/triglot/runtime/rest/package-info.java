/**
 * REST: the table of routes that the processor generated, the requests that they bind, and the
 * responses that they answer with, errors as RFC 9457 problems included. {@link
 * io.triglot.runtime.rest.RestEndpoint} serves them on any HTTP host; the generated {@code
 * jakarta.ws.rs} resources serve the same on a container of one's own.
 */
@NullMarked
package io.triglot.runtime.rest;

import org.jspecify.annotations.NullMarked;
