/** What the compiler has to say to the user, as values: rules say it, the output prints it. */
@NullMarked
package io.triglot.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
