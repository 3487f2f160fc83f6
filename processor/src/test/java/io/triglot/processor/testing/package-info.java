/** Compiles Java sources with the processor, as a user's build would, and loads what comes out. */
@NullMarked
package io.triglot.processor.testing;

import org.jspecify.annotations.NullMarked;
