package io.triglot.runtime.adoption;

import io.triglot.runtime.ServiceContract;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the interface that the generated clients of an adopted resource have in common. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ResourceApi {
  /** The contract of the resource. */
  Class<? extends ServiceContract> value();
}
