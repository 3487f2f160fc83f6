package io.triglot.consumer;

/**
 * The project file of a user: the README's, or a variation of it.
 *
 * @param text the XML
 */
record Pom(String text) {
  /** The README's. */
  static Pom ofReadme() {
    return new Pom(Readme.pom());
  }

  /** With another dependency. */
  Pom with(String groupId, String artifactId, String version, String scope) {
    String dependency =
        """
            <dependency>
              <groupId>%s</groupId>
              <artifactId>%s</artifactId>
              <version>%s</version>
              <scope>%s</scope>
            </dependency>
        """
            .formatted(groupId, artifactId, version, scope);
    return replace("</dependencies>", dependency + "  </dependencies>");
  }

  /** With what a test of the user needs to host the service by itself. */
  Pom withContainers() {
    String jersey = System.getProperty("jersey.version");
    return with("org.glassfish.jersey.containers", "jersey-container-jdk-http", jersey, "test")
        .with("org.glassfish.jersey.inject", "jersey-hk2", jersey, "test")
        .with("io.grpc", "grpc-inprocess", System.getProperty("grpc.version"), "test");
  }

  /** As of a user who has forgotten the processor path. */
  Pom withoutProcessor() {
    return new Pom(text.replaceFirst("(?s)<configuration>.*</configuration>", ""));
  }

  private Pom replace(String old, String replacement) {
    if (!text.contains(old)) {
      throw new AssertionError("The README's project file has no " + old);
    }
    return new Pom(text.replace(old, replacement));
  }
}
