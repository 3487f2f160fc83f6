/** An order-processing shop, the first thing to run. */
@NullMarked
package io.triglot.example;

import org.jspecify.annotations.NullMarked;
