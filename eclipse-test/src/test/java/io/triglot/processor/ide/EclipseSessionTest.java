package io.triglot.processor.ide;

import io.triglot.processor.ide.IdeProject.Edit;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * After each edit of a long session, what Eclipse's incremental builder has left is what a clean
 * build makes.
 */
class EclipseSessionTest {
  @TempDir static Path directory;
  private static EclipseProject project;

  @BeforeAll
  static void open() throws Exception {
    project = new EclipseProject(directory);
  }

  @AfterAll
  static void close() throws Exception {
    project.close();
  }

  @TestFactory
  Stream<DynamicTest> leavesWhatACleanBuildMakes() {
    CleanBuilds clean = new CleanBuilds();
    Edit open = new Edit("open the project", Shop.sources(), false);
    return Stream.concat(Stream.of(open), Session.edits().stream())
        .map(edit -> DynamicTest.dynamicTest(edit.name(), () -> check(edit, clean)));
  }

  /** A failure is that of one edit: the next one begins with a clean build. */
  private static void check(Edit edit, CleanBuilds clean) throws Exception {
    try {
      clean.check(edit, project.apply(edit), project.sources());
    } catch (AssertionError failure) {
      project.rebuild();
      throw failure;
    }
  }
}
