/** The processor in an IDE, which compiles what an edit touches and nothing else. */
@NullMarked
package io.triglot.processor.ide;

import org.jspecify.annotations.NullMarked;
