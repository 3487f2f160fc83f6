/**
 * Tests that a user runs on an API of their own: for each operation, that every protocol on which
 * it is offered refuses and fails alike. {@link io.triglot.conformance.Conformance} is the way in.
 */
@NullMarked
package io.triglot.conformance;

import org.jspecify.annotations.NullMarked;
