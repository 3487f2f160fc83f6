/** Tests of JAX-RS resources that are offered on other protocols, too. */
@NullMarked
package io.triglot.processor.adoption;

import org.jspecify.annotations.NullMarked;
