/** What generated code calls, whatever the protocol. */
@NullMarked
package io.triglot.runtime;

import org.jspecify.annotations.NullMarked;
