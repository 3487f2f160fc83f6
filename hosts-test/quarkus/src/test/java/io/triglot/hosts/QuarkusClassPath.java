package io.triglot.hosts;

import io.quarkus.bootstrap.BootstrapConstants;
import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.bootstrap.model.ApplicationModelBuilder;
import io.quarkus.bootstrap.model.PlatformImportsImpl;
import io.quarkus.maven.dependency.ResolvedDependencyBuilder;
import io.triglot.runtime.Api;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * The class path of the tests as the dependencies of an application of Quarkus, so that nothing is
 * resolved a second time while the tests run.
 */
final class QuarkusClassPath {
  private static final String EXTENSION = BootstrapConstants.DESCRIPTOR_PATH;

  private QuarkusClassPath() {}

  /** The model of an application with these classes. */
  static ApplicationModel modelOf(Path classes) throws IOException {
    ApplicationModelBuilder model =
        new ApplicationModelBuilder()
            .setPlatformImports(new PlatformImportsImpl())
            .setAppArtifact(artifact("app", classes).setRuntimeCp().setDeploymentCp());
    for (Path entry : entries(classes.getParent())) {
      addDependency(model, entry);
    }
    return model.build();
  }

  private static List<Path> entries(Path directory) {
    Path runtime = libraryOf(Api.class);
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(Files::exists)
        .map(entry -> entry.equals(runtime) ? packed(entry, directory) : entry)
        .toList();
  }

  /** The same as a jar, of which Quarkus reads the index that is in it. */
  private static Path packed(Path library, Path directory) {
    if (!Files.isDirectory(library)) {
      return library;
    }
    Path jar = directory.resolve("triglot-runtime.jar");
    ToolProvider.findFirst("jar")
        .orElseThrow()
        .run(System.out, System.err, "cf", jar.toString(), "-C", library.toString(), ".");
    return jar;
  }

  private static void addDependency(ApplicationModelBuilder model, Path entry) throws IOException {
    ResolvedDependencyBuilder dependency =
        entry.toString().contains("/repository/")
            ? library(entry)
            : artifact("built" + entry.toString().hashCode(), entry);
    dependency.setDirect(true).setRuntimeCp().setDeploymentCp();
    if (!Files.isDirectory(entry)) {
      try (FileSystem files = FileSystems.newFileSystem(entry)) {
        Path descriptor = files.getPath(EXTENSION);
        if (Files.exists(descriptor)) {
          Properties properties = new Properties();
          try (InputStream content = Files.newInputStream(descriptor)) {
            properties.load(content);
          }
          dependency.setRuntimeExtensionArtifact();
          model.handleExtensionProperties(properties, dependency.getKey());
        }
      }
    }
    model.addDependency(dependency);
  }

  /** A library in a Maven repository: {@code group/…/artifact/version/file}. */
  private static ResolvedDependencyBuilder library(Path entry) {
    Path version = entry.getParent();
    Path artifact = version.getParent();
    String group =
        artifact.getParent().toString().replaceFirst(".*/repository/", "").replace('/', '.');
    return ResolvedDependencyBuilder.newInstance()
        .setGroupId(group)
        .setArtifactId(artifact.getFileName().toString())
        .setVersion(version.getFileName().toString())
        .setResolvedPath(entry);
  }

  private static ResolvedDependencyBuilder artifact(String name, Path path) {
    return ResolvedDependencyBuilder.newInstance()
        .setGroupId("io.triglot")
        .setArtifactId(name)
        .setVersion("1")
        .setResolvedPath(path);
  }

  private static Path libraryOf(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
