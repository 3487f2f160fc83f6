package io.triglot.processor.ide;

import io.triglot.processor.ide.IdeProject.Edit;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * After each edit of a long session, all that the compilers have written, a few classes at a time,
 * is what they write for the whole module at once.
 */
class IdeSessionTest {
  @TempDir static Path directory;
  private final CleanBuilds clean = new CleanBuilds();

  @TestFactory
  Stream<DynamicTest> leavesWhatACleanBuildMakes() {
    Map<CompilerKind, IdeProject> projects = new TreeMap<>();
    for (CompilerKind kind : CompilerKind.values()) {
      projects.put(kind, new IdeProject(kind, directory.resolve(kind.name())));
    }
    Edit open = new Edit("open the project", Shop.sources(), false);
    return Stream.concat(Stream.of(open), Session.edits().stream())
        .map(
            edit ->
                DynamicTest.dynamicTest(
                    edit.name(),
                    () -> {
                      for (IdeProject project : projects.values()) {
                        check(edit, project);
                      }
                    }));
  }

  /** A failure is that of one edit: the next one begins with a clean build. */
  private void check(Edit edit, IdeProject project) throws Exception {
    try {
      clean.check(edit, project.apply(edit), project.sources());
    } catch (AssertionError failure) {
      project.rebuild();
      throw failure;
    }
  }
}
