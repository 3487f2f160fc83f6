package io.triglot.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README says, done by a user with a Maven project of his own. */
@ParameterizedClass(name = "JDK {0}")
@ValueSource(ints = {17, 25})
@Tag("slow")
class ConsumerTest {
  private static final String SERVICE = "src/main/java/com/acme/shop/ProductService.java";
  private static final String CONTAINERS = "src/test/java/com/acme/host/Containers.java";

  @Parameter int version;

  private Jdk jdk;

  @BeforeEach
  void findJdk() {
    jdk =
        Jdk.find(version)
            .orElseGet(() -> abort("JDK " + version + " is not tested: not on this machine"));
  }

  @Test
  void servesAllProtocolsInContainersOfTheUser() throws IOException {
    UserProject project =
        UserProject.create("containers", jdk)
            .file("pom.xml", Pom.ofReadme().withContainers().text())
            .file(SERVICE, Readme.service())
            .file(CONTAINERS, source("Containers"))
            .compile();

    Command calls = project.java("-cp", project.classPath(), "com.acme.host.Containers");

    assertAllProtocolsAnswer(calls.orFail());
    tellSize("triglot-annotations", project.runtimeDependencies());
  }

  @Test
  void servesAllProtocolsFromANamedModule() throws IOException {
    UserProject project =
        UserProject.create("module", jdk)
            .file("pom.xml", Pom.ofReadme().withContainers().text())
            .file(SERVICE, Readme.service())
            .file("src/main/java/module-info.java", source("module-info"))
            .file("com/acme/host/Containers.java", source("Containers"))
            .compile();
    List<Path> modules = project.runtimeDependencies();
    List<Path> containers = new ArrayList<>(project.dependencies());
    containers.removeAll(modules);

    Command calls =
        project.java(
            "--module-path",
            UserProject.path(modules, project.classes()),
            "--add-modules",
            "com.acme.shop,ALL-MODULE-PATH",
            "-cp",
            UserProject.path(containers),
            "com/acme/host/Containers.java");

    assertAllProtocolsAnswer(calls.orFail());
  }

  @Test
  void servesAllProtocolsByOurServer() throws IOException {
    String protobuf = System.getProperty("protobuf.version");
    UserProject project =
        UserProject.create("server", jdk)
            .file(
                "pom.xml",
                Pom.ofReadme()
                    .with("io.triglot", "triglot-server", UserProject.version(), "compile")
                    .with("com.google.protobuf", "protobuf-java-util", protobuf, "test")
                    .text())
            .file(SERVICE, Readme.service())
            .file("src/main/java/com/acme/shop/Main.java", Readme.server())
            .file("src/test/java/com/acme/host/ServedShop.java", source("ServedShop"))
            .compile();

    try (ServedShop shop = ServedShop.start(jdk, project.classPath())) {
      assertThat(Readme.calls()).hasSize(3).allSatisfy(shop::assertAnswers);
    }
    tellSize("triglot-annotations and triglot-server", project.runtimeDependencies());
  }

  @Test
  void saysWhatToAddWhereTheProcessorIsMissing() throws IOException {
    UserProject project =
        UserProject.create("forgotten", jdk)
            .file("pom.xml", Pom.ofReadme().withoutProcessor().withContainers().text())
            .file(SERVICE, Readme.service())
            .file(CONTAINERS, source("Containers"))
            .compile();

    Command calls = project.java("-cp", project.classPath(), "com.acme.host.Containers");

    assertThat(calls.exit()).isNotZero();
    assertThat(calls.output())
        .contains("com.acme.shop.ProductService has no generated binding")
        .contains("add io.triglot:triglot-processor to <annotationProcessorPaths>");
  }

  @Test
  void servesWhatEclipseHasCompiled() throws IOException {
    assumeTrue(version == 17, "Eclipse's compiler runs on the JDK of this build: once is enough");
    UserProject project =
        UserProject.create("eclipse", jdk)
            .file("pom.xml", Pom.ofReadme().withContainers().text())
            .file(CONTAINERS, "")
            .compile()
            .file(SERVICE, Readme.service())
            .file(CONTAINERS, source("Containers"));

    Eclipse.compile(project.path("src"), project.dependencies(), project.classes());
    Command calls = project.java("-cp", project.classPath(), "com.acme.host.Containers");

    assertAllProtocolsAnswer(calls.orFail());
  }

  private static void assertAllProtocolsAnswer(String output) {
    assertThat(output.lines())
        .contains(
            "REST 200 {\"id\":\"1\",\"name\":\"Laptop\",\"price\":999.99}",
            "GraphQL {data={product={name=Laptop, price=999.99}}}",
            "gRPC OK result { id: \"1\" name: \"Laptop\" price: \"999.99\" }",
            "gRPC NOT_FOUND Product not found")
        .anyMatch(line -> line.startsWith("REST 404 ") && line.contains("PRODUCT_NOT_FOUND"))
        .anyMatch(line -> line.startsWith("GraphQL ") && line.contains("code=NOT_FOUND"));
  }

  private void tellSize(String dependencies, List<Path> jars) throws IOException {
    long bytes = 0;
    for (Path jar : jars) {
      bytes += Files.size(jar);
    }
    System.out.printf(
        "%s on JDK %d: %d jars, %.1f MB%n", dependencies, version, jars.size(), bytes / 1e6);
  }

  private static String source(String name) throws IOException {
    return Files.readString(Path.of("src/test/projects", name + ".java"));
  }
}
