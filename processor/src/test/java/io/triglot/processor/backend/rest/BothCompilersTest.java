package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The services that the tests of this package run, compiled by javac and by Eclipse. */
class BothCompilersTest {
  private static final String PLAIN = "-Atriglot.componentModel=plain";

  /** What the containers have that are not here. */
  private static final String[] CONTAINERS = {
    "package jakarta.enterprise.context;\npublic @interface ApplicationScoped {}",
    "package jakarta.inject;\npublic @interface Inject {}",
    "package org.springframework.stereotype;\npublic @interface Component {}"
  };

  static Stream<Arguments> services() {
    return Stream.of(
        Arguments.of("lines of values", PLAIN, LinesBehaviour.SERVICE),
        Arguments.of("accepted work", PLAIN, AcceptedTest.SERVICE),
        Arguments.of("ids of events", PLAIN, EventIdsBehaviour.SOURCE),
        Arguments.of("downloads", PLAIN, DownloadBehaviour.SERVICE),
        Arguments.of("uploads", PLAIN, UploadBehaviour.SERVICE),
        Arguments.of("parameters", PLAIN, ParameterBehaviour.SERVICE),
        Arguments.of("beans of CDI", "-Atriglot.componentModel=jakarta", AcceptedTest.SERVICE),
        Arguments.of("beans of Spring", "-Atriglot.componentModel=spring", AcceptedTest.SERVICE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("services")
  void writeTheSame(String name, String option, String source, @TempDir Path directory) {
    List<Compilation> compilations =
        Stream.of(CompilerKind.values())
            .map(kind -> kind.in(directory.resolve(kind.name())).with(option))
            .map(compiler -> compiler.compile(with(source)))
            .map(Compilation::requireSuccess)
            .toList();

    Compilation javac = compilations.get(0);
    Compilation eclipse = compilations.get(1);
    assertThat(javac.generatedSources()).isNotEmpty().isEqualTo(eclipse.generatedSources());
    assertThat(javac.resources()).isNotEmpty().isEqualTo(eclipse.resources());
  }

  private static String[] with(String source) {
    return Stream.concat(Stream.of(source), Stream.of(CONTAINERS)).toArray(String[]::new);
  }
}
