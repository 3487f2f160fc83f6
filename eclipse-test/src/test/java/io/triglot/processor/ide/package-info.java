/** The session of edits, in Eclipse itself. */
@NullMarked
package io.triglot.processor.ide;

import org.jspecify.annotations.NullMarked;
