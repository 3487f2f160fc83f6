/** A back end that is none of ours, as {@code docs/extending.md} shows it. */
@NullMarked
package io.triglot.processor.extending;

import org.jspecify.annotations.NullMarked;
