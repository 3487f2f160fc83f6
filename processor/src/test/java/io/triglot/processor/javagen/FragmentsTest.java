package io.triglot.processor.javagen;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.spi.Backend;
import io.triglot.processor.spi.Options;
import io.triglot.processor.spi.OutputSink;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text of a fragment survives the way through source code, class file and back. */
class FragmentsTest {
  private static final String GREETER =
      """
      package com.acme;

      import io.triglot.ApiOperation;

      public class Greeter {
        @ApiOperation
        public void sendGreeting() {}
      }
      """;
  @TempDir Path directory;

  static Stream<String> texts() {
    return Stream.of(
        "",
        "one line",
        "two\nlines\n",
        "no line end\n at the end",
        " indented \n\n  and trailing blanks  \n\t",
        "quotes \" \"\" \"\"\" \"\"\"\" and \\ and \\n and \\u0041\n",
        "Windows\r\nand old Macs\r",
        IntStream.rangeClosed(0, 0x300).mapToObj(Character::toString).collect(Collectors.joining()),
        "wide blank at the end\u3000\n\u2003and at the start\u00a0\n",
        "one line\u2028or two \u0085",
        "emoji \uD83D\uDE00, half of one \uD83D, and \u2028 line separators\n",
        "x".repeat(65_535),
        "x".repeat(65_536),
        "short\n".repeat(30_000),
        "\u20AC".repeat(70_000),
        "\0".repeat(40_000));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void survivesOnJavac(String text) throws ReflectiveOperationException {
    assertSurvives(CompilerKind.JAVAC, text);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void survivesOnEcj(String text) throws ReflectiveOperationException {
    assertSurvives(CompilerKind.ECJ, text);
  }

  private void assertSurvives(CompilerKind kind, String text) throws ReflectiveOperationException {
    List<String> merged = new ArrayList<>();
    TestCompiler compiler = kind.in(directory).with(saying(text, merged));
    Compilation greeter = compiler.compile(GREETER).requireSuccess();
    Object contract = greeter.load("com.acme.GreeterContract").getConstructor().newInstance();

    assertThat(contract.getClass().getMethod("fragment", String.class).invoke(contract, "my-own"))
        .isEqualTo(text);

    compiler
        .compile(GREETER.replace("Greeter", "Other").replace("com.acme", "com.acme.other"))
        .requireSuccess();

    assertThat(merged).containsExactly(text, text, text);
  }

  /** A back end that says the same for every service, and notes what it is given at the end. */
  private static Backend saying(String text, List<String> merged) {
    return new Backend() {
      @Override
      public String id() {
        return "my-own";
      }

      @Override
      public Lowered lower(ApiModel model, Options options) {
        SortedMap<JavaName, String> fragments = new TreeMap<>();
        model.services().forEach(service -> fragments.put(service.javaName(), text));
        return new Said(fragments);
      }

      @Override
      public void writeModule(
          SortedMap<JavaName, String> fragments, Options options, OutputSink sink) {
        merged.addAll(fragments.values());
      }
    };
  }

  private record Said(SortedMap<JavaName, String> fragments) implements Backend.Lowered {
    @Override
    public List<Diagnostic> diagnostics() {
      return List.of();
    }

    @Override
    public void write(OutputSink sink) {}
  }
}
