package io.triglot.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a route is told with its place in the annotation's text, counted from 1. */
class MalformedRoutesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          FETCH /a        | 1  | an HTTP method must stand here
          get /a          | 1  | an HTTP method must stand here
          GET             | 4  | the path is missing
          GET a           | 5  | the path must begin with a slash
          GET /a//b       | 7  | a slash has nothing after it
          GET /a/         | 7  | a slash has nothing after it
          GET /a/../b     | 8  | clients resolve the segment ..
          GET /a/{b}/{b}  | 12 | the variable {b} occurs twice
          GET /a/{b       | 8  | {b is no variable
          GET /a/x{b}     | 8  | x{b} is no variable
          DELETE /a/b c   | 12 | ' ' cannot stand in a path
          GET /a/b%2      | 9  | '%' cannot stand in a path
          GET /a/b?c=d    | 9  | '?' cannot stand in a path
          """)
  void tellTheCharacter(String route, int character, String problem) {
    assertThat(diagnostics("@ApiOperation(\"" + route + "\")"))
        .contains(
            "[TriglotMalformedRoute] The route \""
                + route
                + "\" of Shop.order is malformed: at"
                + " character "
                + character
                + ", "
                + problem
                + ".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          GET /{order}      | 6  | order
          DELETE /a/{b}/{c} | 11 | b
          """)
  void tellTheCharacterOfAVariableWithoutParameter(String route, int character, String variable) {
    assertThat(diagnostics("@ApiOperation(\"" + route + "\")"))
        .contains(
            "The route of Shop.order has at character "
                + character
                + " a variable {"
                + variable
                + "}, but there is no parameter of that name.");
  }

  private String diagnostics(String annotation) {
    return String.join(
        "\n",
        TestCompiler.javac(directory)
            .compile(
                """
                package com.acme;

                import io.triglot.ApiOperation;

                public class Shop {
                  %s
                  public String order() { return ""; }
                }
                """
                    .formatted(annotation))
            .diagnostics());
  }
}
