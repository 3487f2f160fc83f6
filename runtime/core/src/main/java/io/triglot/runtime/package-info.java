/**
 * What generated code and hosts share on every protocol: the description of an operation, the
 * context of a call, the policy chain that every call walks, and the one error model.
 *
 * <p>This package knows no protocol; {@code rest}, {@code graphql} and {@code grpc} below it know
 * this package and not one another.
 */
@NullMarked
package io.triglot.runtime;

import org.jspecify.annotations.NullMarked;
