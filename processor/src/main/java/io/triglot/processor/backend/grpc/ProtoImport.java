package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.JavaName;

/**
 * A file that another one imports.
 *
 * @param path the import path
 * @param holder the class that holds its descriptor
 * @param accessor the static method of that class that gives the descriptor
 */
record ProtoImport(String path, JavaName holder, String accessor)
    implements Comparable<ProtoImport> {
  /** The accessor in classes that we generate. */
  static final String OURS = "file";

  @Override
  public int compareTo(ProtoImport other) {
    return path.compareTo(other.path);
  }
}
