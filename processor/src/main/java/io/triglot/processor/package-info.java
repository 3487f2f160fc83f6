/**
 * The annotation processor: it knows the compiler's rounds, and lets one readable pipeline lead
 * from the user's declarations to three protocols.
 */
@NullMarked
package io.triglot.processor;

import org.jspecify.annotations.NullMarked;
