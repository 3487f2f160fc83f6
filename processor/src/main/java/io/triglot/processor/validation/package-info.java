/** Rules that hold whatever the protocol is, one small class each. */
@NullMarked
package io.triglot.processor.validation;

import org.jspecify.annotations.NullMarked;
