/** A lending library, as an API that has something of everything that REST can say. */
@NullMarked
package com.acme.library;

import org.jspecify.annotations.NullMarked;
