package io.triglot.processor.model;

import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.JavaType;

/** Knows {@code io.triglot.ExpectedVersion}, which has a place of its own on REST. */
public final class Versions {
  /** The class. */
  public static final String EXPECTED = "io.triglot.ExpectedVersion";

  /** What it is called in the contracts, whatever the parameter is called. */
  public static final String NAME = "expectedVersion";

  private Versions() {}

  /** Whether values of a type say which version is expected. */
  public static boolean isExpected(TypeRef type) {
    return type.present() instanceof ConvertedRef converted
        && converted.java() instanceof JavaType.Declared declared
        && declared.name().canonical().equals(EXPECTED);
  }
}
