/** The database, and how the shop speaks to it. */
@NullMarked
package io.triglot.example.store;

import org.jspecify.annotations.NullMarked;
