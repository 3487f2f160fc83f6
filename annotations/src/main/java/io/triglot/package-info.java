/** The annotations that make a Java class an API. */
@NullMarked
package io.triglot;

import org.jspecify.annotations.NullMarked;
