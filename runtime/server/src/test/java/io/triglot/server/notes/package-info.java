/** A small API, compiled as a user's would be, for the tests of the whole server. */
@NullMarked
package io.triglot.server.notes;

import org.jspecify.annotations.NullMarked;
