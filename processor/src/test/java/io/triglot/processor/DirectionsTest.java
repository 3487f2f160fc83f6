package io.triglot.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packages of the processor depend on each other in the directions of the architecture. */
class DirectionsTest {
  private static final String ROOT = "io.triglot.processor";

  /** What JavaPoet takes for modifiers; a mere list of words. */
  private static final String MODIFIER = "javax.lang.model.element.Modifier";

  private static final Pattern DEPENDENCY = Pattern.compile("\\s+(\\S+)\\s+->\\s+(\\S+)\\s+.*");
  private static List<Dependency> dependencies = List.of();

  /** That one class names another one. */
  private record Dependency(String from, String to) {
    boolean isFrom(String... packages) {
      return Stream.of(packages).anyMatch(each -> isIn(from, each));
    }

    boolean isTo(String... packages) {
      return Stream.of(packages).anyMatch(each -> isIn(to, each));
    }

    private static boolean isIn(String name, String packageName) {
      return name.equals(packageName) || name.startsWith(packageName + ".");
    }
  }

  @BeforeAll
  static void askJdeps() throws Exception {
    Path classes =
        Path.of(TriglotProcessor.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    StringWriter out = new StringWriter();
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    int code =
        jdeps.run(
            new PrintWriter(out),
            new PrintWriter(out),
            "--multi-release",
            "base",
            "-verbose:class",
            "--class-path",
            System.getProperty("java.class.path").replace(classes + File.pathSeparator, ""),
            classes.toString());
    assertThat(code).as(out.toString()).isZero();
    dependencies =
        out.toString()
            .lines()
            .map(DEPENDENCY::matcher)
            .filter(Matcher::matches)
            .map(found -> new Dependency(found.group(1), found.group(2)))
            .toList();
  }

  @Test
  void jdepsSawTheProcessor() {
    assertThat(dependencies)
        .contains(new Dependency(ROOT + ".Compilation", ROOT + ".frontend.FrontEnd"));
  }

  @Test
  void theModelNamesOnlyTheJdk() {
    assertThat(dependencies)
        .filteredOn(each -> each.isFrom(ROOT + ".model"))
        .filteredOn(each -> !each.isTo("java", ROOT + ".model", "org.jspecify.annotations"))
        .isEmpty();
  }

  @Test
  void theSpiSeesOnlyModelDiagnosticAndContract() {
    assertThat(dependencies)
        .filteredOn(each -> each.isFrom(ROOT + ".spi"))
        .filteredOn(each -> each.isTo(ROOT))
        .filteredOn(
            each ->
                !each.isTo(
                    ROOT + ".spi", ROOT + ".model", ROOT + ".diagnostic", ROOT + ".contract"))
        .isEmpty();
  }

  @Test
  void theContractSeesOnlyModelAndDiagnostic() {
    assertThat(dependencies)
        .filteredOn(each -> each.isFrom(ROOT + ".contract"))
        .filteredOn(each -> each.isTo(ROOT))
        .filteredOn(each -> !each.isTo(ROOT + ".contract", ROOT + ".model", ROOT + ".diagnostic"))
        .isEmpty();
  }

  @Test
  void theReportSeesOnlyModelAndSpi() {
    assertThat(dependencies)
        .filteredOn(each -> each.isFrom(ROOT + ".report"))
        .filteredOn(each -> each.isTo(ROOT))
        .filteredOn(each -> !each.isTo(ROOT + ".report", ROOT + ".model", ROOT + ".spi"))
        .isEmpty();
  }

  @Test
  void onlyFrontEndOutputAndRootKnowTheCompilersElements() {
    assertThat(dependencies)
        .filteredOn(
            each -> each.isTo("javax.lang.model", "javax.annotation.processing", "javax.tools"))
        .filteredOn(each -> !each.isTo(MODIFIER))
        .filteredOn(
            each ->
                !each.isFrom(
                    ROOT + ".TriglotProcessor",
                    ROOT + ".Compilation",
                    ROOT + ".frontend",
                    ROOT + ".output"))
        .isEmpty();
  }

  @Test
  void theFrontEndSeesNoBackEndAndWritesNothing() {
    assertThat(dependencies)
        .filteredOn(each -> each.isFrom(ROOT + ".frontend"))
        .filteredOn(
            each ->
                each.isTo(
                    ROOT + ".backend",
                    ROOT + ".spi",
                    ROOT + ".javagen",
                    ROOT + ".output",
                    ROOT + ".validation",
                    "com.palantir.javapoet"))
        .isEmpty();
  }

  @Test
  void backEndsSeeNeitherEachOtherNorTheFrontEnd() {
    assertThat(dependencies)
        .filteredOn(each -> each.isFrom(ROOT + ".backend"))
        .filteredOn(each -> each.isTo(ROOT))
        .filteredOn(
            each ->
                !each.isTo(
                    ROOT + ".model",
                    ROOT + ".diagnostic",
                    ROOT + ".spi",
                    ROOT + ".contract",
                    ROOT + ".javagen",
                    backEnd(each.from())))
        .isEmpty();
  }

  /** The package of a class's back end, {@code io.triglot.processor.backend.grpc}. */
  private static String backEnd(String className) {
    String prefix = ROOT + ".backend.";
    return className.substring(0, className.indexOf('.', prefix.length()));
  }
}
