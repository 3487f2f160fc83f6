/** Types of an imaginary API, with the marshallers that the processor writes for them. */
@NullMarked
package io.triglot.runtime.grpc.sample;

import org.jspecify.annotations.NullMarked;
