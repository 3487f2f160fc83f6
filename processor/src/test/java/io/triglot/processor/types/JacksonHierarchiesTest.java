package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Hierarchies with Jackson's {@code @JsonTypeInfo}: REST's JSON is what Jackson writes. */
class JacksonHierarchiesTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonSubTypes;
    import com.fasterxml.jackson.annotation.JsonTypeInfo;
    import com.fasterxml.jackson.annotation.JsonTypeName;

    /** Named by its list, by its members, and by nobody; told by a property. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
      @JsonSubTypes.Type(value = Pet.Dog.class, name = "dog"),
      @JsonSubTypes.Type(Pet.Cat.class),
      @JsonSubTypes.Type(Pet.Fish.class)
    })
    public abstract class Pet {
      private String name = "";
      public String getName() { return name; }
      public void setName(String name) { this.name = name; }

      public static class Dog extends Pet {
        private int volume;
        public int getVolume() { return volume; }
        public void setVolume(int volume) { this.volume = volume; }
      }

      @JsonTypeName("the-cat")
      public static class Cat extends Pet {}

      public static class Fish extends Pet {}
    }
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonProperty;
    import com.fasterxml.jackson.annotation.JsonSubTypes;
    import com.fasterxml.jackson.annotation.JsonTypeInfo;

    /** Told by a property of its own. */
    @JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "method",
        visible = true)
    @JsonSubTypes({
      @JsonSubTypes.Type(value = Payment.Card.class, name = "card"),
      @JsonSubTypes.Type(value = Payment.Cash.class, name = "cash")
    })
    public sealed interface Payment {
      String method();

      record Card(
          @JsonProperty("method") String method, @JsonProperty("number") String number)
          implements Payment {}

      record Cash(@JsonProperty("method") String method) implements Payment {}
    }
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonTypeInfo;

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    public sealed interface Event {
      record Started(String by) implements Event {}

      record Stopped(String why) implements Event {}
    }
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonTypeInfo;

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Notice {
      record Mail(String to) implements Notice {}

      record Letter(String address) implements Notice {}
    }
    """,
    """
    package com.acme;

    import java.util.List;
    import java.util.Map;

    public record Everything(
        Pet pet,
        List<Pet> pets,
        Map<String, Payment> payments,
        Event event,
        Notice notice,
        Pet.Dog dog,
        Pet.Cat cat,
        Payment.Cash cash) {}
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;

    public class EverythingService {
      @ApiOperation("POST /everything")
      public Everything echo(Everything everything) { return everything; }

      @ApiOperation("POST /pets")
      public Pet echoPet(Pet pet) { return pet; }

      @ApiOperation("POST /dogs")
      public Pet.Dog echoDog(Pet.Dog dog) { return dog; }
    }
    """
  };

  private static final String EVERYTHING =
      """
      {"pet": {"kind": "dog", "name": "Rex", "volume": 3},
       "pets": [{"kind": "the-cat", "name": "Mia"}, {"kind": "Pet$Fish", "name": "Blub"}],
       "payments": {"a": {"method": "card", "number": "4711"}, "b": {"method": "cash"}},
       "event": {"@class": "com.acme.Event$Started", "by": "me"},
       "notice": {"@type": "Letter", "address": "here"},
       "dog": {"kind": "dog", "name": "Bello", "volume": 9},
       "cat": {"kind": "the-cat", "name": "Kitty"},
       "cash": {"method": "cash"}}
      """;

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.EverythingService", SOURCES);

  @Test
  void areWrittenAsJacksonWritesThem() throws JsonProcessingException {
    JsonNode sent = EveryProtocol.json(EVERYTHING);
    Class<?> type = service.compilation().load("com.acme.Everything");
    ObjectMapper jackson = new ObjectMapper();
    jackson.setTypeFactory(jackson.getTypeFactory().withClassLoader(type.getClassLoader()));
    assertThat(service.rest("POST", "/everything", EVERYTHING)).isEqualTo(sent);
    String withoutSealed = // which Jackson 2 cannot read without a list
        EVERYTHING.replaceAll("(?m)^ \"notice.*$", " \"notice\": null,");
    Object read = jackson.readValue(withoutSealed, type);
    assertThat(EveryProtocol.json(jackson.writeValueAsString(read)))
        .isEqualTo(EveryProtocol.json(withoutSealed));
    assertThat(service.rest("POST", "/everything", jackson.writeValueAsString(read)).toString())
        .contains("notice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"name\":\"x\",\"kind\":\"com.acme.Pet$Dog\"}"
            + "|expected one of dog, the-cat, Pet$Fish, got \"com.acme.Pet$Dog\"",
        "{\"name\":\"x\"}|is required; expected one of dog, the-cat, Pet$Fish"
      })
  void refuseNamesThatTheyDoNotHave(String sent, String problem) {
    JsonNode answer = service.rest("POST", "/pets", sent);
    assertThat(answer.get("violations").get(0).get("field").asText()).isEqualTo("pet.kind");
    assertThat(answer.get("violations").get(0).get("description").asText()).isEqualTo(problem);
  }

  @Test
  void neverLetAClientNameAClass() {
    String sent = EVERYTHING.replace("com.acme.Event$Started", "javax.swing.JEditorPane");
    assertThat(service.rest("POST", "/everything", sent).toString())
        .contains("event.@class")
        .contains("expected one of com.acme.Event$Started, com.acme.Event$Stopped");
  }

  @Test
  void sayOfWhichTypeAMemberIsThatStandsAlone() {
    String dog = "{\"kind\":\"dog\",\"name\":\"Rex\",\"volume\":1}";
    assertThat(service.rest("POST", "/dogs", dog).toString()).isEqualTo(dog);
    assertThat(service.rest("POST", "/dogs", dog.replace("dog", "the-cat")).toString())
        .contains("dog.kind")
        .contains("expected dog");
  }

  @ParameterizedTest
  @EnumSource
  void areReadByBothCompilers(CompilerKind compiler) {
    Path own = service.directory().resolve("both").resolve(compiler.name());
    assertThat(compiler.in(own).compile(SOURCES).requireSuccess().resources())
        .isEqualTo(service.compilation().resources());
  }
}
