/** What the shop sells. */
@NullMarked
package io.triglot.example.catalog;

import org.jspecify.annotations.NullMarked;
