/** How many pieces there are of the products, and for whom some are kept. */
@NullMarked
package io.triglot.example.inventory;

import org.jspecify.annotations.NullMarked;
