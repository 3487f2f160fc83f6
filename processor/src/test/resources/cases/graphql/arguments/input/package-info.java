@NullMarked
package com.acme.library;

import org.jspecify.annotations.NullMarked;
