package io.triglot.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Eclipse's compiler, with the processor of this build. */
final class Eclipse {
  private Eclipse() {}

  /** Compiles all Java files of a folder. */
  static void compile(Path sources, List<Path> classPath, Path output) throws IOException {
    Files.createDirectories(output);
    JavaCompiler compiler = new EclipseCompiler();
    StringWriter messages = new StringWriter();
    try (Stream<Path> files = Files.walk(sources);
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<Path> units = files.filter(file -> file.toString().endsWith(".java")).toList();
      List<String> options =
          List.of(
              "--release",
              "17",
              "-classpath",
              UserProject.path(classPath),
              "-processorpath",
              UserProject.artifact("triglot-processor").toString(),
              "-d",
              output.toString(),
              "-s",
              output.toString());
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(units))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }
}
