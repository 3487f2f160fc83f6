/** Who uses the shop. */
@NullMarked
package io.triglot.example.users;

import org.jspecify.annotations.NullMarked;
