/** What happens later, or when nobody waits for it. Not for applications. */
@NullMarked
package io.triglot.runtime.time;

import org.jspecify.annotations.NullMarked;
