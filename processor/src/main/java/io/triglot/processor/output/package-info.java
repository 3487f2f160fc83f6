/**
 * Hands files and messages over to the compiler: the only place that knows {@code Filer} and {@code
 * Messager}.
 */
@NullMarked
package io.triglot.processor.output;

import org.jspecify.annotations.NullMarked;
