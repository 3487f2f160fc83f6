package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.runtime.grpc.MessageMarshaller;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What JSON leaves out because Jackson would: empty values, and what only clients send. */
class JacksonInclusionTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonInclude;
    import com.fasterxml.jackson.annotation.JsonInclude.Include;
    import java.util.List;
    import java.util.Map;
    import java.util.Optional;
    import java.util.SortedSet;
    import org.jspecify.annotations.Nullable;

    @JsonInclude(Include.NON_NULL)
    public record Parcel(
        @Nullable String note,
        @JsonInclude(Include.ALWAYS) @Nullable String label,
        Optional<String> owner,
        @JsonInclude(Include.NON_ABSENT) Optional<String> buyer,
        @JsonInclude(Include.NON_EMPTY) String text,
        @JsonInclude(Include.NON_EMPTY) @Nullable String comment,
        @JsonInclude(Include.NON_EMPTY) List<String> tags,
        @JsonInclude(Include.NON_EMPTY) SortedSet<String> marks,
        @JsonInclude(Include.NON_EMPTY) @Nullable Map<String, Integer> sizes,
        @JsonInclude(Include.NON_EMPTY) int[] levels,
        @JsonInclude(Include.NON_EMPTY) int count,
        @JsonInclude(Include.NON_DEFAULT) int weight,
        @JsonInclude(Include.NON_DEFAULT) boolean open,
        @JsonInclude(Include.NON_DEFAULT) @Nullable Long size) {}
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonIgnore;
    import com.fasterxml.jackson.annotation.JsonInclude;
    import com.fasterxml.jackson.annotation.JsonProperty;
    import java.util.ArrayList;
    import java.util.List;
    import org.jspecify.annotations.Nullable;

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public class Account {
      private String name = "";
      private String secret = "";
      @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
      private @Nullable String password;
      private List<String> roles = new ArrayList<>();
      private @Nullable Key key;

      public String getName() { return name; }
      public void setName(String name) { this.name = name; }
      @JsonIgnore public String getSecret() { return secret; }
      @JsonProperty public void setSecret(String secret) { this.secret = secret; }
      public @Nullable String getPassword() { return password; }
      public void setPassword(@Nullable String password) { this.password = password; }
      public List<String> getRoles() { return roles; }
      public void setRoles(List<String> roles) { this.roles = roles; }
      public @Nullable Key getKey() { return key; }
      public void setKey(@Nullable Key key) { this.key = key; }
    }
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonProperty;

    public record Key(
        String id, @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String code) {}
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;
    import java.util.List;
    import java.util.Map;
    import java.util.Optional;
    import java.util.TreeSet;
    import org.jspecify.annotations.Nullable;

    public class ParcelService {
      public @Nullable Account account;

      @ApiOperation("GET /parcels/empty")
      public Parcel emptyParcel() {
        return new Parcel(
            null, null, Optional.empty(), Optional.empty(), "", "", List.of(), new TreeSet<>(),
            Map.of(), new int[0], 0, 0, false, 0L);
      }

      @ApiOperation("GET /parcels/full")
      public Parcel fullParcel() {
        return new Parcel(
            "n", "l", Optional.of("o"), Optional.of(""), "t", "c", List.of(""),
            new TreeSet<>(List.of("m")), Map.of("a", 0), new int[] {0}, 1, 2, true, 3L);
      }

      @ApiOperation("POST /parcels/echo")
      public Parcel echoParcel(Parcel parcel) { return parcel; }

      @ApiOperation("POST /accounts")
      public Account createAccount(Account account) {
        this.account = account;
        return account;
      }

      @ApiOperation("GET /seen")
      public String seen() {
        return account == null
            ? ""
            : account.getSecret() + account.getPassword() + (account.getKey() == null ? "" : account.getKey().code());
      }
    }
    """
  };

  private static final ObjectMapper JACKSON = new ObjectMapper().registerModule(new Jdk8Module());

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.ParcelService", SOURCES);

  @ParameterizedTest
  @ValueSource(strings = {"empty", "full"})
  void isWhatJacksonLeavesOut(String which) throws ReflectiveOperationException {
    Class<?> type = service.compilation().load("com.acme.ParcelService");
    Object parcel = type.getMethod(which + "Parcel").invoke(type.getConstructor().newInstance());
    JsonNode expected = EveryProtocol.json(JACKSON.valueToTree(parcel).toString());

    assertThat(service.rest("GET", "/parcels/" + which, "")).isEqualTo(expected);
    assertThat(service.rest("POST", "/parcels/echo", expected.toString())).isEqualTo(expected);
  }

  @Test
  void needsNotBeThereInOpenApi() {
    JsonNode parcel = schema("Parcel");
    assertThat(parcel.get("required")).isEqualTo(EveryProtocol.json("[\"count\"]"));
    JsonNode account = schema("Account");
    assertThat(account.at("/properties/password/writeOnly").asBoolean()).isTrue();
    assertThat(account.at("/properties/secret/writeOnly").asBoolean()).isTrue();
    assertThat(account.at("/properties/name/writeOnly").isMissingNode()).isTrue();
  }

  @Test
  void isLeftInTheOtherProtocols() {
    JsonNode parcel = service.graphQl("{ emptyParcel { text tags count weight size } }", Map.of());
    assertThat(parcel)
        .isEqualTo(
            EveryProtocol.json("{\"text\":\"\",\"tags\":[],\"count\":0,\"weight\":0,\"size\":0}"));
  }

  @Test
  void whatOnlyClientsSendIsReadAndNeverWritten() {
    String account =
        "{\"name\":\"a\",\"secret\":\"s\",\"password\":\"p\",\"roles\":[\"r\"],"
            + "\"key\":{\"id\":\"k\",\"code\":\"c\"}}";
    JsonNode known =
        EveryProtocol.json("{\"name\":\"a\",\"roles\":[\"r\"],\"key\":{\"id\":\"k\"}}");

    assertThat(service.rest("POST", "/accounts", account)).isEqualTo(known);
    assertThat(seen()).isEqualTo("spc");

    JsonNode answer =
        service.grpc("CreateAccount", "{\"account\":" + account.replace("\"p\"", "\"q\"") + "}");
    assertThat(answer.toString())
        .contains("\"name\":\"a\"")
        .doesNotContain("\"s\"", "\"q\"", "\"c\"");
    assertThat(seen()).isEqualTo("sqc");

    String document =
        "mutation ($a: AccountInput!) { createAccount(account: $a) { name key { id } } }";
    assertThat(
            service.graphQl(
                document,
                Map.of(
                    "a",
                    EveryProtocol.variables(
                        EveryProtocol.json(account.replace("\"p\"", "\"x\""))))))
        .isEqualTo(EveryProtocol.json("{\"name\":\"a\",\"key\":{\"id\":\"k\"}}"));
    assertThat(seen()).isEqualTo("sxc");
    String sdl = service.compilation().resource("META-INF/triglot/schema.graphqls");
    assertThat(sdl.split("\\ntype Account ", 2)[1].split("}", 2)[0])
        .doesNotContain("secret", "password");
    assertThat(sdl.split("input AccountInput ", 2)[1].split("}", 2)[0])
        .contains("secret", "password");
  }

  @Test
  void whatOnlyClientsSendStandsInTheRequestsOfGeneratedClients()
      throws ReflectiveOperationException {
    Class<?> type = service.compilation().load("com.acme.Key");
    Object key = type.getConstructor(String.class, String.class).newInstance("k", "code");
    @SuppressWarnings("unchecked")
    MessageMarshaller<Object> marshaller =
        (MessageMarshaller<Object>)
            Class.forName("com.acme.KeyMarshaller", true, type.getClassLoader())
                .getField("INSTANCE")
                .get(null);

    assertThat(marshaller.fromBytes(marshaller.toRequestBytes(key))).isEqualTo(key);
    assertThat(marshaller.fromBytes(marshaller.toBytes(key)).toString())
        .isEqualTo("Key[id=k, code=]");
  }

  @ParameterizedTest
  @EnumSource
  void isReadByBothCompilers(CompilerKind compiler) {
    Path own = service.directory().resolve("both").resolve(compiler.name());
    assertThat(compiler.in(own).compile(SOURCES).requireSuccess().resources())
        .isEqualTo(service.compilation().resources());
  }

  private static String seen() {
    return service.rest("GET", "/seen", "").asText();
  }

  private static JsonNode schema(String type) {
    String document = service.compilation().resource("META-INF/triglot/openapi.json");
    return EveryProtocol.json(document).at("/components/schemas/" + type);
  }
}
