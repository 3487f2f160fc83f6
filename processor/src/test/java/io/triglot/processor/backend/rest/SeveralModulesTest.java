package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.rest.RestEndpoint;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that one run of the processor has seen, and services that none has seen together. */
class SeveralModulesTest {
  private static final String SERVICE =
      """
      package com.acme.%1$s;

      import io.triglot.ApiOperation;
      import io.triglot.runtime.Protocol;
      import jakarta.annotation.security.PermitAll;

      @PermitAll
      public class %2$sService {
        public record Note(%3$s content) {}

        @ApiOperation(protocols = Protocol.REST)
        public Note get%2$s() {
          return new Note(null);
        }
      }
      """;

  @TempDir private Path directory;

  @Test
  void fitTogetherWhereTheyHaveBeenCompiledTogether() throws Exception {
    Compilation module =
        module(
            "one",
            service("text", "Text", "String"),
            service("count", "Count", "Integer").replace("Note", "Number"));
    try (URLClassLoader loader = loader(module)) {
      Api api =
          Api.of(
              made(loader, "com.acme.text.TextService"),
              made(loader, "com.acme.count.CountService"));

      assertThat(api.isOfOneModule()).isTrue();
    }
  }

  @Test
  void areLookedAtWhenTheyComeTogether() throws Exception {
    Compilation texts = module("texts", service("text", "Text", "String"));
    Compilation counts = module("counts", service("count", "Count", "Integer"));
    Compilation more = module("more", service("more", "More", "String"));
    try (URLClassLoader loader = loader(texts, counts, more)) {
      Object text = made(loader, "com.acme.text.TextService");
      Api different = Api.of(text, made(loader, "com.acme.count.CountService"));
      Api same = Api.of(text, made(loader, "com.acme.more.MoreService"));

      assertThat(different.isOfOneModule()).isFalse();
      assertThat(same.isOfOneModule()).isFalse();
      assertThatIllegalStateException()
          .isThrownBy(() -> RestEndpoint.of(different))
          .withMessageContaining("different schemas of the name Note");
      assertThat(RestEndpoint.of(same).openApi()).contains("/text", "/more");
    }
  }

  private static String service(String name, String type, String content) {
    return SERVICE.formatted(name, type, content);
  }

  private Compilation module(String name, String... sources) {
    return TestCompiler.javac(directory.resolve(name)).compile(sources).requireSuccess();
  }

  private static URLClassLoader loader(Compilation... modules) throws MalformedURLException {
    URL[] classes = new URL[modules.length];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = modules[i].classes().toUri().toURL();
    }
    return new URLClassLoader(classes, SeveralModulesTest.class.getClassLoader());
  }

  private static Object made(ClassLoader loader, String type) throws ReflectiveOperationException {
    return loader.loadClass(type).getConstructor().newInstance();
  }
}
