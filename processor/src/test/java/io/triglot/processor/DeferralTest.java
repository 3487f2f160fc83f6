package io.triglot.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.NoteBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeferralTest {
  private static final String CARTS =
      """
      package com.acme;

      import io.triglot.ApiOperation;

      public interface Carts {
        @ApiOperation Made getCart(String id);
        @ApiOperation void unclear(java.io.File file);
      }
      """;
  private static final String ORDERS =
      """
      package com.acme;

      import io.triglot.ApiOperation;
      import java.util.List;

      public interface Orders {
        record Order(String id, List<Item> items) {}
        record Item(Made made) {}
        @ApiOperation Order order(String id);
      }
      """;
  private static final String READY =
      """
      package com.acme;

      import io.triglot.ApiOperation;

      public interface Ready {
        @ApiOperation int count();
      }
      """;
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void waitsForTypesThatOtherProcessorsMake(CompilerKind kind) {
    Compilation compilation =
        kind.in(directory)
            .with(new NoteBackend())
            .with(new MakingProcessor())
            .compile(ORDERS, READY)
            .requireSuccess();

    assertThat(compilation.resource(NoteBackend.PATH)).isEqualTo("Orders: order\nReady: count\n");
  }

  @ParameterizedTest
  @EnumSource
  void reportsWhatItFoundOnceTheTypesAreThere(CompilerKind kind) {
    Compilation compilation = kind.in(directory).with(new MakingProcessor()).compile(CARTS);

    assertThat(compilation.diagnostics())
        .singleElement()
        .asString()
        .contains("[TriglotUnsupportedType] java.io.File");
  }

  @ParameterizedTest
  @EnumSource
  void leavesTheWordToTheCompilerWhereTypesAreMissing(CompilerKind kind) {
    Compilation compilation = kind.in(directory).compile(CARTS);

    assertThat(compilation.success()).isFalse();
    assertThat(compilation.diagnostics())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each).contains("Made").doesNotContain("[Triglot"));
  }

  @SupportedAnnotationTypes("*")
  private static final class MakingProcessor extends AbstractProcessor {
    private boolean made;

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!made) {
        made = true;
        try (Writer writer =
            processingEnv.getFiler().createSourceFile("com.acme.Made").openWriter()) {
          writer.write("package com.acme; public record Made(String id) {}");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }
}
