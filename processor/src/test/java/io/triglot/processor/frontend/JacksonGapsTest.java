package io.triglot.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Jackson's annotations ask for and we do not do is said. */
class JacksonGapsTest {
  private static final String SERVICE =
      """
      package com.acme;

      public interface ThingService {
        @io.triglot.ApiOperation Thing thing(String id);
      }
      """;
  private static final String INNER =
      "package com.acme;\npublic record Inner(@org.jspecify.annotations.Nullable String text) {}";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@JsonBackReference",
        "@JsonManagedReference",
        "@JsonFilter(\"some\")",
        "@JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class)",
        "@JsonIncludeProperties(\"text\")",
        "@JsonRawValue",
        "@JsonSerialize(converter = com.fasterxml.jackson.databind.util.Converter.None.class)",
        "@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Object.class)",
        "@JsonInclude(content = JsonInclude.Include.NON_NULL)",
        "@JsonIgnoreProperties(\"text\")",
        "@JsonFormat(pattern = \"dd.MM.yyyy\")",
        "@JsonFormat(shape = JsonFormat.Shape.STRING)",
        "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)",
        "@JsonSerialize(using = ToStringSerializer.class)"
      })
  void areSaidOfProperties(String annotation) {
    assertWarned(thing("", annotation), annotation, "Thing.inner");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)",
        "@JsonFilter(\"some\")",
        "@JsonFormat(shape = JsonFormat.Shape.ARRAY)",
        "@JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class)",
        "@JsonInclude(JsonInclude.Include.NON_DEFAULT)",
        "@JsonSerialize(using = ToStringSerializer.class)",
        "@JsonNaming(Shouting.class)"
      })
  void areSaidOfClasses(String annotation) {
    assertWarned(thing(annotation, ""), annotation, "Thing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@JsonFormat(timezone = \"UTC\")",
        "@JsonProperty(\"in\")",
        "@JsonAlias(\"core\")",
        "@JsonView(Inner.class)",
        "@JsonInclude(JsonInclude.Include.NON_NULL)",
        "@JsonSerialize(as = Inner.class)"
      })
  void areNotSaidOfWhatChangesNothingOrIsFollowed(String annotation) {
    compile(thing("@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)", annotation))
        .requireSuccess();
  }

  @ParameterizedTest
  @ValueSource(strings = {"@JsonAnyGetter", "@JsonAnySetter"})
  void areSaidOfMembersThatAreNoProperties(String annotation) {
    String method =
        annotation.equals("@JsonAnyGetter")
            ? annotation + " java.util.Map<String, Object> more() { return java.util.Map.of(); }"
            : annotation + " void more(String name, Object value) {}";
    assertWarned(
        thing("", "")
            .replace("record Thing( Inner inner) {", "record Thing( Inner inner) {\n" + method),
        annotation,
        "Thing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS)",
        "@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)",
        "@JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM)",
        "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)",
        "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_ARRAY)",
        "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY)",
        "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, defaultImpl = Thing.Other.class)"
      })
  void areSaidOfHierarchies(String annotation) {
    assertWarned(hierarchy(annotation), annotation, "Thing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)",
        "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)",
        "@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = \"is\")"
      })
  void areNotSaidOfHierarchiesThatAreFollowed(String annotation) {
    compile(hierarchy(annotation)).requireSuccess();
  }

  private static String hierarchy(String annotation) {
    return """
        package com.acme;

        import com.fasterxml.jackson.annotation.*;

        %s
        public sealed interface Thing {
          record One(String text) implements Thing {}

          record Other(Inner inner) implements Thing {}
        }
        """
        .formatted(annotation);
  }

  private void assertWarned(String thing, String annotation, String place) {
    String name =
        annotation.substring(
            0, annotation.indexOf('(') < 0 ? annotation.length() : annotation.indexOf('('));
    assertThat(compile(thing).diagnostics())
        .filteredOn(each -> each.contains("[Triglot"))
        .singleElement()
        .asString()
        .contains("warning: [TriglotJacksonAnnotation] " + name + " on " + place + " is not");
  }

  private Compilation compile(String thing) {
    return TestCompiler.javac(directory)
        .compile(SERVICE, INNER, thing, "@org.jspecify.annotations.NullMarked package com.acme;");
  }

  private static String thing(String onType, String onProperty) {
    return """
        package com.acme;

        import com.fasterxml.jackson.annotation.*;
        import com.fasterxml.jackson.databind.*;
        import com.fasterxml.jackson.databind.annotation.*;
        import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

        %s
        public record Thing(%s Inner inner) {
          public static final class Shouting extends PropertyNamingStrategy {
            private static final long serialVersionUID = 1;
          }
        }
        """
        .formatted(onType, onProperty);
  }
}
