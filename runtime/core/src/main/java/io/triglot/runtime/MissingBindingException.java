package io.triglot.runtime;

/**
 * A service for which nothing was generated: its annotations are missing, or the processor did not
 * run when it was compiled. The message tells what to add.
 */
public final class MissingBindingException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  MissingBindingException(Class<?> type) {
    super(
        type.getName()
            + " has no generated binding ("
            + GeneratedClasses.nameOf(type, "Contract")
            + " was not found). Annotate its methods with @ApiOperation, and have the Triglot"
            + " processor run when it is compiled: in Maven, add io.triglot:triglot-processor to"
            + " <annotationProcessorPaths> of the maven-compiler-plugin; in Gradle, to"
            + " annotationProcessor. A processor that is only on the class path does not run on"
            + " JDK 23 and later.");
  }
}
