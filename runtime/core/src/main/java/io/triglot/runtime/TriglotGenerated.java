package io.triglot.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a class that the Triglot processor wrote, for coverage tools and for the processor. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface TriglotGenerated {
  /** The canonical name of the user's type that it was made from. */
  String value();
}
