/** An API with every kind of call, for the tests of what observes and surrounds calls. */
@NullMarked
package io.triglot.server.library;

import org.jspecify.annotations.NullMarked;
