package io.triglot.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.triglot.processor.TriglotProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code docs/reference.md}, which is written from the sources, as the goldens are. */
class ReferenceTest {
  private static final Path PAGE = Path.of("../docs/reference.md");
  private static final Path ANNOTATIONS = Path.of("../annotations/src/main/java/io/triglot");
  private static final Path PROCESSOR = Path.of("src/main/java/io/triglot/processor");
  private static final String HEAD =
      """
      # Reference

      <!-- Written by ReferenceTest from the sources' Javadoc. Do not edit. -->

      [Annotations](#annotations) · [Options of the processor](#options-of-the-processor)

      ## Annotations
      """;

  @Test
  void isWhatTheSourcesSay() throws IOException {
    String page = HEAD + annotations() + "\n## Options of the processor\n\n" + options();
    if (Objects.equals(System.getProperty("triglot.goldens"), "write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE)
        .as("mvn test -pl processor -am -Dtest=ReferenceTest -Dtriglot.goldens=write writes it")
        .content()
        .isEqualTo(page);
  }

  private static String annotations() throws IOException {
    SortedMap<String, String> annotations = new TreeMap<>();
    new Scanner() {
      @Override
      public @Nullable Void visitClass(ClassTree type, Void none) {
        if (type.getKind() == Tree.Kind.ANNOTATION_TYPE) {
          annotations.put(
              type.getSimpleName().toString(), annotation(type, getCurrentPath(), docs()));
          return null;
        }
        return super.visitClass(type, none);
      }
    }.scan(ANNOTATIONS);
    assertThat(annotations).hasSizeGreaterThan(8);
    return String.join("", annotations.values());
  }

  private static String annotation(ClassTree type, TreePath path, DocTrees docs) {
    String elements =
        type.getMembers().stream()
            .filter(MethodTree.class::isInstance)
            .map(MethodTree.class::cast)
            .map(method -> element(method, doc(new TreePath(path, method), docs)))
            .collect(Collectors.joining());
    return "\n### @"
        + type.getSimpleName()
        + "\n\n"
        + targets(type)
        + doc(path, docs)
        + "\n"
        + (elements.isEmpty()
            ? ""
            : "\n| element | type | default | |\n|---|---|---|---|\n" + elements);
  }

  /** What the annotation stands on. */
  private static String targets(ClassTree type) {
    return type.getModifiers().getAnnotations().stream()
        .filter(each -> each.getAnnotationType().toString().equals("Target"))
        .map(ReferenceTest::constants)
        .map(names -> "On " + names + ".\n\n")
        .collect(Collectors.joining());
  }

  private static String constants(AnnotationTree annotation) {
    return annotation
        .getArguments()
        .toString()
        .replaceAll("value = |[{}]|ElementType\\.", "")
        .toLowerCase(java.util.Locale.ROOT)
        .replace('_', ' ');
  }

  private static String element(MethodTree method, String doc) {
    Tree standard = method.getDefaultValue();
    return row(
        "`" + method.getName() + "`",
        "`" + method.getReturnType() + "`",
        standard == null ? "required" : "`" + standard + "`",
        doc);
  }

  /** The options, each with the Javadoc of the constant that is its name, or its beginning. */
  private static String options() throws IOException {
    Map<String, String> constants = new TreeMap<>();
    new Scanner() {
      @Override
      public @Nullable Void visitVariable(VariableTree variable, Void none) {
        String doc = doc(getCurrentPath(), docs());
        if (variable.getInitializer() instanceof LiteralTree literal
            && literal.getValue() instanceof String text
            && !doc.isEmpty()) {
          constants.merge(text, doc, (one, other) -> one + " " + other);
        }
        return super.visitVariable(variable, none);
      }
    }.scan(PROCESSOR);
    return "| option | |\n|---|---|\n"
        + new TriglotProcessor()
            .getSupportedOptions().stream()
                .sorted()
                .map(option -> row("`" + option + "`", option(option, constants)))
                .collect(Collectors.joining());
  }

  private static String option(String option, Map<String, String> constants) {
    String name = option.substring("triglot.".length());
    String group = name.substring(0, name.indexOf('.') + 1);
    String doc = constants.getOrDefault(name, constants.getOrDefault(group, ""));
    assertThat(doc).as("the Javadoc of the constant \"" + name + "\"").isNotEmpty();
    return doc;
  }

  private static String row(String... cells) {
    return Stream.of(cells)
        .map(cell -> cell.replace("|", "\\|").replaceAll("\\s*\\n\\s*\\n\\s*", "<br>"))
        .map(cell -> cell.replaceAll("\\s*\\n\\s*", " "))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String doc(TreePath path, DocTrees docs) {
    String comment = docs.getDocComment(path);
    return comment == null ? "" : DocReader.parse(comment).text().text();
  }

  /** Visits what is declared in all files of a folder. */
  private abstract static class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private @Nullable DocTrees docs;

    DocTrees docs() {
      return Objects.requireNonNull(docs);
    }

    void scan(Path folder) throws IOException {
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
          Stream<Path> files = Files.walk(folder)) {
        List<Path> sources =
            files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        JavacTask task =
            (JavacTask)
                compiler.getTask(
                    null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
        docs = DocTrees.instance(task);
        for (CompilationUnitTree unit : task.parse()) {
          scan(unit, null);
        }
      }
    }
  }
}
