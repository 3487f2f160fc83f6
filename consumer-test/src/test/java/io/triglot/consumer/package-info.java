/** Builds projects of their own against the artifacts of this build, as a user would. */
@NullMarked
package io.triglot.consumer;

import org.jspecify.annotations.NullMarked;
