@NullMarked
package com.acme.catalog;

import org.jspecify.annotations.NullMarked;
