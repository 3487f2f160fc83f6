package io.triglot.processor.spi;

import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import java.util.Collection;

/** Where generated files go. */
public interface OutputSink {
  /**
   * Writes a Java source file.
   *
   * @param name the top-level class in it
   * @param text the whole file
   * @param origins the user's elements that it was made from
   */
  void java(JavaName name, String text, Collection<Origin> origins);

  /**
   * Whether generated code beside an origin can name a class: the user's module may not read the
   * one that the class is in.
   */
  default boolean sees(Origin origin, JavaName name) {
    return true;
  }

  /**
   * Writes a text resource into the class output.
   *
   * @param path from the root of the class output, with slashes
   */
  void resource(String path, String text);

  /**
   * Writes a binary resource into the class output.
   *
   * @param path from the root of the class output, with slashes
   */
  void resource(String path, byte[] content);
}
