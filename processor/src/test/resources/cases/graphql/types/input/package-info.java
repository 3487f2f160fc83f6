@NullMarked
package com.acme.types;

import org.jspecify.annotations.NullMarked;
