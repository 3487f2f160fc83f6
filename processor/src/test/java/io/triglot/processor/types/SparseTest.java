package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TemporaryFolder;
import io.triglot.processor.testing.TestCompiler;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Callers on REST ask for some of the fields, and get these. */
class SparseTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonProperty;
    import com.fasterxml.jackson.annotation.JsonUnwrapped;
    import jakarta.annotation.security.RolesAllowed;
    import java.util.List;
    import java.util.Map;
    import java.util.Optional;
    import org.jspecify.annotations.Nullable;

    public record Part(
        @JsonProperty("part-no") String number,
        int weight,
        @Nullable String note,
        Map<String, Integer> stock,
        List<List<Part>> parts,
        @Nullable Maker maker,
        Optional<Maker> other,
        @JsonUnwrapped(prefix = "size_") Size size,
        List<Shape> shapes,
        @RolesAllowed("admin") @Nullable Integer cost) {
      public record Maker(String name, @Nullable Maker owner) {}

      public record Size(int width, int height) {}

      public sealed interface Shape {
        record Circle(int radius) implements Shape {}

        record Square(int side, Maker maker) implements Shape {}
      }
    }
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonInclude;
    import com.fasterxml.jackson.annotation.JsonUnwrapped;
    import jakarta.annotation.security.RolesAllowed;
    import java.util.ArrayList;
    import java.util.List;
    import org.jspecify.annotations.Nullable;

    /** Tells what is read of it. */
    public class Report {
      static final List<String> READ = new ArrayList<>();

      private final String name;
      private final @Nullable Report inner;

      Report(String name, @Nullable Report inner) {
        this.name = name;
        this.inner = inner;
      }

      public String getName() {
        READ.add(name + ".name");
        return name;
      }

      @JsonInclude(JsonInclude.Include.NON_EMPTY)
      public List<Integer> getTotals() {
        READ.add(name + ".totals");
        return List.of(1);
      }

      @RolesAllowed("admin")
      public @Nullable Integer getCost() {
        READ.add(name + ".cost");
        return 5;
      }

      @JsonUnwrapped
      public Extent getSize() {
        READ.add(name + ".size");
        return new Extent(1, 2);
      }

      public @Nullable Report getInner() {
        READ.add(name + ".inner");
        return inner;
      }

      public record Extent(int width, int height) {}
    }
    """,
    """
    package com.acme;

    import io.triglot.*;
    import jakarta.annotation.security.PermitAll;
    import java.util.List;
    import java.util.Map;
    import java.util.Optional;
    import java.util.concurrent.Flow;
    import java.util.concurrent.SubmissionPublisher;
    import org.jspecify.annotations.Nullable;

    @PermitAll
    public class PartService {
      private int calls;

      private static Part part(List<List<Part>> parts) {
        Part.Maker maker = new Part.Maker("m", new Part.Maker("o", null));
        return new Part(
            "p", 7, null, Map.of("a", 1), parts, maker, Optional.of(maker), new Part.Size(1, 2),
            List.of(new Part.Shape.Circle(3), new Part.Shape.Square(4, maker)), 5);
      }

      @ApiOperation(sparse = true)
      public @Nullable Part part(String id) {
        calls++;
        return id.equals("none") ? null : part(List.of(List.of(part(List.of())), List.of()));
      }

      @ApiOperation("GET /calls")
      public int getCalls() {
        return calls;
      }

      @ApiOperation(value = "GET /reports", sparse = true)
      public List<Report> getReports() {
        return List.of(new Report("r", new Report("s", null)));
      }

      @ApiOperation("GET /read")
      public String getRead() {
        String read = String.join(" ", Report.READ);
        Report.READ.clear();
        return read;
      }

      @ApiOperation(sparse = true)
      public List<Part> parts() {
        return List.of(part(List.of()), part(List.of()));
      }

      @ApiOperation(value = "GET /pages", sparse = true)
      public Page<Part> pages(PageRequest page) {
        return Page.of(page, 1, List.of(part(List.of()), part(List.of())), each -> Cursor.of("c"));
      }

      @ApiOperation(value = "GET /stream", sparse = true)
      public Flow.Publisher<Part> partEvents() {
        SubmissionPublisher<Part> parts = new SubmissionPublisher<>(Runnable::run, 4);
        return subscriber -> {
          parts.subscribe(subscriber);
          parts.submit(part(List.of()));
          parts.close();
        };
      }
    }
    """
  };

  private static TemporaryFolder folder;
  private static Compilation compilation;
  private static EveryProtocol service;

  @BeforeContainer
  static void start() {
    folder = TemporaryFolder.create();
    compilation =
        TestCompiler.javac(folder.path().resolve("javac")).compile(SOURCES).requireSuccess();
    service = EveryProtocol.of(compilation, "com.acme.PartService");
  }

  @AfterContainer
  static void stop() {
    if (service != null) {
      service.close();
    }
    folder.close();
  }

  @Example
  void isWhatIsAskedFor() {
    assertThat(rest("/parts/p?fields=part-no,size_width,maker.owner.name"))
        .hasToString("{\"part-no\":\"p\",\"maker\":{\"owner\":{\"name\":\"o\"}},\"size_width\":1}");
    assertThat(rest("/parts/p?fields=note&fields=stock,parts.weight"))
        .hasToString("{\"note\":null,\"stock\":{\"a\":1},\"parts\":[[{\"weight\":7}],[]]}");
    assertThat(rest("/parts/p?fields=shapes.radius,shapes.type"))
        .hasToString("{\"shapes\":[{\"type\":\"Circle\",\"radius\":3},{\"type\":\"Square\"}]}");
    assertThat(rest("/parts/p?fields=maker,maker.name,other.owner.owner.name"))
        .hasToString(
            "{\"maker\":{\"name\":\"m\",\"owner\":{\"name\":\"o\",\"owner\":null}},"
                + "\"other\":{\"owner\":{\"owner\":null}}}");
    assertThat(rest("/parts?fields=weight")).hasToString("[{\"weight\":7},{\"weight\":7}]");
    assertThat(rest("/pages?fields=items.weight,total"))
        .hasToString("{\"items\":[{\"weight\":7}],\"total\":null}");
    assertThat(service.restStream("/stream?fields=weight")).contains("data: {\"weight\":7}\n");
  }

  @Example
  void isAllThatIsReadByGetters() {
    assertThat(rest("/reports?fields=name")).hasToString("[{\"name\":\"r\"}]");
    assertThat(read()).containsExactly("r.name");
    assertThat(rest("/reports?fields=height,inner.totals,cost"))
        .isEqualTo(EveryProtocol.json("[{\"height\":2,\"inner\":{\"totals\":[1]}}]"));
    assertThat(read()).containsExactlyInAnyOrder("r.size", "r.inner", "s.totals");
    assertThat(rest("/reports?fields=inner,name"))
        .isEqualTo(
            EveryProtocol.json(
                "[{\"name\":\"r\",\"inner\":{\"name\":\"s\",\"totals\":[1],\"width\":1,"
                    + "\"height\":2,\"inner\":null}}]"));
    assertThat(read())
        .containsExactlyInAnyOrder("r.name", "r.inner", "s.name", "s.totals", "s.size", "s.inner");
    rest("/reports");
    assertThat(read()).hasSize(8);
  }

  private static List<String> read() {
    return List.of(rest("/read").asText().split(" "));
  }

  @Example
  void hidesWhatIsGuarded() {
    assertThat(rest("/parts/p?fields=cost")).hasToString("{}");
    service.as("admin");
    assertThat(rest("/parts/p?fields=cost")).hasToString("{\"cost\":5}");
    service.as();
  }

  @Example
  void isRefusedByItsNameBeforeAnythingIsDone() {
    int calls = rest("/calls").asInt();
    for (String unknown :
        List.of("name", "", "weight,", "maker.x", "weight.x", "stock.a", "size", "maker..name")) {
      JsonNode problem = rest("/parts/p?fields=" + unknown);
      assertThat(problem.at("/status").asInt()).as(unknown).isEqualTo(400);
      assertThat(problem.at("/violations/0/field").asText()).isEqualTo("fields");
    }
    assertThat(rest("/parts/p?fields=maker.x").at("/detail").asText())
        .isEqualTo("fields: expected some of name, owner, got maker.x");
    assertThat(rest("/calls").asInt()).isEqualTo(calls);
    assertThat(rest("/parts/none?fields=weight").at("/status").asInt()).isEqualTo(404);
  }

  @Property(tries = 300)
  void isThePartOfTheWholeThatItNames(@ForAll("selections") Set<String> paths) {
    JsonNode whole = rest("/parts/p");
    assertThat(rest("/parts/p?fields=" + String.join(",", paths)))
        .isEqualTo(cut(whole, paths).orElseThrow());
  }

  @Provide
  Arbitrary<Set<String>> selections() {
    return Arbitraries.of(
            "part-no",
            "weight",
            "note",
            "stock",
            "parts",
            "parts.weight",
            "parts.parts.maker.name",
            "parts.maker",
            "maker",
            "maker.name",
            "maker.owner.owner",
            "other.name",
            "size_height",
            "shapes",
            "shapes.type",
            "shapes.side",
            "shapes.maker.name")
        .set()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(TreeSet::new);
  }

  /** The reference: cut out of the whole. */
  private static Optional<JsonNode> cut(JsonNode whole, Set<String> paths) {
    if (paths.contains("")) {
      return Optional.of(whole);
    }
    if (whole.isArray()) {
      ArrayNode elements = EveryProtocol.JSON.createArrayNode();
      whole.forEach(each -> elements.add(cut(each, paths).orElseThrow()));
      return Optional.of(elements);
    }
    if (!whole.isObject()) {
      return Optional.of(whole);
    }
    ObjectNode object = EveryProtocol.JSON.createObjectNode();
    whole
        .properties()
        .forEach(
            member -> {
              Set<String> inner =
                  paths.stream()
                      .filter(path -> path.split("\\.")[0].equals(member.getKey()))
                      .map(path -> path.contains(".") ? path.split("\\.", 2)[1] : "")
                      .collect(Collectors.toSet());
              if (!inner.isEmpty()) {
                object.set(member.getKey(), cut(member.getValue(), inner).orElseThrow());
              }
            });
    return Optional.of(object);
  }

  @Example
  void isToldByTheDocument() {
    JsonNode openApi = EveryProtocol.json(compilation.resource("META-INF/triglot/openapi.json"));
    assertThat(openApi.at("/paths/~1parts/get/parameters/0/name").asText()).isEqualTo("fields");
    assertThat(openApi.at("/paths/~1calls/get").toString()).doesNotContain("fields");
  }

  @Example
  void isReadByEclipseToo() {
    assertThat(
            CompilerKind.ECJ
                .in(folder.path().resolve("ecj"))
                .compile(SOURCES)
                .requireSuccess()
                .resources())
        .isEqualTo(compilation.resources());
  }

  @Example
  void needsFieldsToAskFor() {
    for (String method :
        List.of(
            "@ApiOperation(sparse = true) int countThings()",
            "@ApiOperation(sparse = true, value = \"POST /things\") Thing makeThing()",
            "@ApiOperation(sparse = true) List<Thing> things(String fields)")) {
      String source =
          """
          package com.acme;

          import io.triglot.*;
          import java.util.*;

          public interface Things {
            record Thing(String id) {}

            %s;
          }
          """
              .formatted(method);
      assertThat(
              TestCompiler.javac(folder.path().resolve("refused" + method.hashCode()))
                  .compile(source)
                  .diagnostics()
                  .toString())
          .contains("TriglotSparse");
    }
  }

  private static JsonNode rest(String target) {
    return service.rest("GET", target, "");
  }
}
