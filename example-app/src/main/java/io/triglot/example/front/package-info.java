/** What several processes know of the shop's things, put together. */
@NullMarked
package io.triglot.example.front;

import org.jspecify.annotations.NullMarked;
