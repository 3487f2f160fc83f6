package io.triglot.processor.testing;

import java.nio.file.Path;

/** The compilers that the processor runs in, for tests that must hold on all of them. */
public enum CompilerKind {
  JAVAC,
  ECJ;

  /** A compiler of this kind that works in the directory. */
  public TestCompiler in(Path directory) {
    return this == JAVAC ? TestCompiler.javac(directory) : TestCompiler.ecj(directory);
  }
}
