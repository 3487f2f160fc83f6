package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TemporaryFolder;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code @JsonUnwrapped}: an object's members stand in its place, in JSON and only there. */
class JacksonUnwrappedTest {
  private static final String NULLNESS = "@org.jspecify.annotations.NullMarked package com.acme;";
  private static final String[] SOURCES = {
    NULLNESS,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonAlias;
    import com.fasterxml.jackson.annotation.JsonFormat;
    import com.fasterxml.jackson.annotation.JsonInclude;
    import com.fasterxml.jackson.annotation.JsonUnwrapped;
    import java.time.LocalDate;
    import java.util.List;
    import org.jspecify.annotations.Nullable;

    public record Address(
        @JsonAlias("road") String street,
        @Nullable String city,
        @JsonFormat(pattern = "dd.MM.yyyy") @Nullable LocalDate since,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> lines,
        @JsonUnwrapped(prefix = "geo_") @Nullable Point point) {}
    """,
    """
    package com.acme;

    // No record: of final classes Jackson forgets the outer prefix.
    public class Point {
      public int x;
      public int y;

      public Point() {}

      public Point(int x, int y) {
        this.x = x;
        this.y = y;
      }
    }
    """,
    """
    package com.acme;

    import org.jspecify.annotations.Nullable;

    public class Contact {
      private @Nullable String mail;
      private int phones;

      public @Nullable String getMail() { return mail; }
      public void setMail(@Nullable String mail) { this.mail = mail; }
      public int getPhones() { return phones; }
      public void setPhones(int phones) { this.phones = phones; }
    }
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonUnwrapped;
    import org.jspecify.annotations.Nullable;

    public record Person(
        String name,
        @JsonUnwrapped Address home,
        @JsonUnwrapped(prefix = "work_", suffix = "_w") @Nullable Address work,
        @JsonUnwrapped(prefix = "c.") Contact contact,
        @JsonUnwrapped(enabled = false) @Nullable Point plain) {}
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonUnwrapped;
    import org.jspecify.annotations.Nullable;

    public class Firm {
      private String title = "";
      private @Nullable Contact contact;
      private Point at = new Point(1, 2);

      public String getTitle() { return title; }
      public void setTitle(String title) { this.title = title; }
      @JsonUnwrapped public @Nullable Contact getContact() { return contact; }
      public void setContact(@Nullable Contact contact) { this.contact = contact; }
      @JsonUnwrapped public Point getAt() { return at; }
      public void setAt(Point at) { this.at = at; }
    }
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;
    import java.time.LocalDate;
    import java.util.List;

    public class PersonService {
      private static Contact contact() {
        Contact contact = new Contact();
        contact.setMail("m");
        contact.setPhones(2);
        return contact;
      }

      @ApiOperation("GET /persons/full")
      public Person fullPerson() {
        Address home =
            new Address("s", "c", LocalDate.of(2026, 3, 5), List.of("l"), new Point(3, 4));
        Address work = new Address("t", null, null, List.of("k"), new Point(5, 6));
        return new Person("n", home, work, contact(), new Point(7, 8));
      }

      @ApiOperation("GET /persons/small")
      public Person smallPerson() {
        return new Person(
            "n", new Address("s", null, null, List.of(), null), null, new Contact(), null);
      }

      @ApiOperation("POST /persons")
      public Person echoPerson(Person person) { return person; }

      @ApiOperation("GET /firms/full")
      public Firm fullFirm() {
        Firm firm = new Firm();
        firm.setTitle("f");
        firm.setContact(contact());
        return firm;
      }

      @ApiOperation("GET /firms/small")
      public Firm smallFirm() { return new Firm(); }

      @ApiOperation("POST /firms")
      public Firm echoFirm(Firm firm) { return firm; }
    }
    """
  };

  private static final ObjectMapper JACKSON =
      new ObjectMapper()
          .registerModules(new JavaTimeModule(), new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.PersonService", SOURCES);

  @ParameterizedTest
  @CsvSource({"full, Person", "small, Person", "full, Firm", "small, Firm"})
  void isWrittenAsJacksonWritesItAndRead(String size, String type) throws Exception {
    Class<?> own = service.compilation().load("com.acme.PersonService");
    Object value = own.getMethod(size + type).invoke(own.getConstructor().newInstance());
    JsonNode expected = EveryProtocol.json(JACKSON.writeValueAsString(value));
    String path = "/" + type.toLowerCase(java.util.Locale.ROOT) + "s";

    assertThat(service.rest("GET", path + "/" + size, "").toPrettyString())
        .isEqualTo(expected.toPrettyString());
    assertThat(service.rest("POST", path, expected.toString()).toPrettyString())
        .isEqualTo(expected.toPrettyString());
  }

  @Test
  void isReadByAliasesAndRefusedWithItsPath() {
    String person = "{\"name\":\"n\",\"road\":\"s\",\"c.phones\":1,\"work_street_w\":\"t\"}";
    assertThat(service.rest("POST", "/persons", person).get("work_street_w").asText())
        .isEqualTo("t");
    assertThat(refusal(person.replace("\"road\":\"s\",", ""))).contains("person.street");
    assertThat(refusal(person.replace("\"t\"", "7"))).contains("person.work_street_w");
    assertThat(refusal(person.replace("work_street_w", "work_city_w")))
        .contains("person.work_street_w");
    assertThat(refusal(person.replace("road", "home"))).contains("person.home", "not a known");
  }

  @Test
  void isNestedInTheOtherProtocols() {
    assertThat(
            service
                .graphQl(
                    "{ fullPerson { home { street point { x } } contact { mail } } }", Map.of())
                .toString())
        .isEqualTo(
            "{\"home\":{\"street\":\"s\",\"point\":{\"x\":3}},\"contact\":{\"mail\":\"m\"}}");
    JsonNode answer = service.grpc("FullPerson", "{}").get("result");
    assertThat(answer.at("/work/point/y").asInt()).isEqualTo(6);
    assertThat(service.grpc("EchoPerson", "{\"person\":" + answer + "}").get("result"))
        .isEqualTo(answer);
  }

  @Test
  void standsInTheOpenApiDocument() {
    JsonNode person =
        EveryProtocol.json(service.compilation().resource("META-INF/triglot/openapi.json"))
            .at("/components/schemas/Person");
    assertThat(person.get("properties").fieldNames())
        .toIterable()
        .containsExactly(
            "name",
            "street",
            "city",
            "since",
            "lines",
            "geo_x",
            "geo_y",
            "work_street_w",
            "work_city_w",
            "work_since_w",
            "work_lines_w",
            "work_geo_x_w",
            "work_geo_y_w",
            "c.mail",
            "c.phones",
            "plain");
    assertThat(person.get("required").toString()).isEqualTo("[\"name\",\"street\",\"c.phones\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public record Thing(String x, @com.fasterxml.jackson.annotation.JsonUnwrapped Point point) {}",
        "public record Thing(@com.fasterxml.jackson.annotation.JsonUnwrapped"
            + " @org.jspecify.annotations.Nullable Thing thing) {}",
        "public record Thing(@com.fasterxml.jackson.annotation.JsonProperty(\"b\") String a, String b) {}"
      })
  void isRefusedWhereNamesClashOrNeverEnd(String type) {
    String things =
        """
        package com.acme;
        public interface ThingService { @io.triglot.ApiOperation Thing thing(String id); }
        """;
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Compilation compilation =
          TestCompiler.javac(folder.path())
              .compile(NULLNESS, "package com.acme;\n" + type, SOURCES[2], things);
      assertThat(compilation.diagnostics())
          .filteredOn(each -> each.contains("[TriglotJsonName]"))
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isReadByBothCompilers(CompilerKind compiler) {
    Path own = service.directory().resolve("both").resolve(compiler.name());
    assertThat(compiler.in(own).compile(SOURCES).requireSuccess().resources())
        .isEqualTo(service.compilation().resources());
  }

  private static String refusal(String person) {
    JsonNode answer = service.rest("POST", "/persons", person);
    assertThat(answer.get("status").asInt()).as(answer.toString()).isEqualTo(400);
    return answer.toString();
  }
}
