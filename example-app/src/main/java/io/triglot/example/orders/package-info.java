/** What customers order, and how far that has come. */
@NullMarked
package io.triglot.example.orders;

import org.jspecify.annotations.NullMarked;
