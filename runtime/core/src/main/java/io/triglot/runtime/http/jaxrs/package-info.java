/**
 * JAX-RS requests and responses as the types of {@code io.triglot.runtime.http}, for resources that
 * hand a request on as it came.
 */
@NullMarked
package io.triglot.runtime.http.jaxrs;

import org.jspecify.annotations.NullMarked;
