/** The annotation processor: reads services, writes their three protocols. */
@NullMarked
package io.triglot.processor;

import org.jspecify.annotations.NullMarked;
