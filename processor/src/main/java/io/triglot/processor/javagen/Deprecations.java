package io.triglot.processor.javagen;

import com.palantir.javapoet.AnnotationSpec;

/** What the user has deprecated is served as before: generated code that uses it does not warn. */
public final class Deprecations {
  /** For generated classes that use something deprecated. */
  public static final AnnotationSpec SUPPRESSION =
      AnnotationSpec.builder(SuppressWarnings.class)
          .addMember("value", "{$S, $S}", "deprecation", "removal")
          .build();

  private Deprecations() {}
}
