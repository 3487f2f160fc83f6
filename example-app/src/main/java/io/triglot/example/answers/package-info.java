/** What calls came to, so that a call that is repeated happens once. */
@NullMarked
package io.triglot.example.answers;

import org.jspecify.annotations.NullMarked;
