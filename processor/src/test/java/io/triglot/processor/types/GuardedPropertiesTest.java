package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Properties that only some callers receive and may send. */
class GuardedPropertiesTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonUnwrapped;
    import jakarta.annotation.security.*;
    import java.math.BigDecimal;
    import java.util.*;
    import org.jspecify.annotations.Nullable;

    /** What is sold. */
    public record Item(
        String id,
        @RolesAllowed("admin") @Nullable BigDecimal cost,
        @RolesAllowed({"buyer", "admin"}) @Nullable List<String> suppliers,
        @RolesAllowed("**") Optional<Integer> stock,
        @DenyAll @Nullable String secret,
        @RolesAllowed("admin") @Nullable Map<String, Margin> margins,
        @RolesAllowed("admin") @JsonUnwrapped @Nullable Margin margin,
        @JsonUnwrapped(prefix = "old_") @Nullable Margin old) {}
    """,
    """
    package com.acme;

    import jakarta.annotation.security.*;
    import org.jspecify.annotations.Nullable;

    @RolesAllowed("**")
    public class Margin {
      private @Nullable Integer percent = 1;
      private @Nullable String note;

      public @Nullable Integer getPercent() { return percent; }
      @RolesAllowed("admin")
      public void setPercent(@Nullable Integer percent) { this.percent = percent; }
      @PermitAll public @Nullable String getNote() { return note; }
      public void setNote(@Nullable String note) { this.note = note; }
    }
    """,
    """
    package com.acme;

    import jakarta.annotation.security.RolesAllowed;
    import org.jspecify.annotations.Nullable;

    public sealed interface Deal {
      @RolesAllowed("admin") @Nullable Integer price();

      record Sale(@Nullable Integer price, String to) implements Deal {}
      record Lease(@Nullable Integer price, int years) implements Deal {}
    }
    """,
    """
    package com.acme;

    import io.triglot.ApiBatch;
    import io.triglot.ApiOperation;
    import jakarta.annotation.security.PermitAll;
    import java.math.BigDecimal;
    import java.util.*;
    import java.util.concurrent.*;
    import org.jspecify.annotations.Nullable;

    @PermitAll
    public class ItemService {
      private static Item item(String id) {
        Margin margin = new Margin();
        margin.setPercent(9);
        margin.setNote("n");
        return new Item(
            id, new BigDecimal("1.50"), List.of("s"), Optional.of(3), "x",
            Map.of("a", margin), margin, margin);
      }

      @ApiOperation("GET /items/{id}") public Item item(String id, boolean any) { return item(id); }

      @ApiOperation("GET /items") public List<Item> items() { return List.of(item("1"), item("2")); }

      @ApiOperation("GET /later") public CompletionStage<Map<String, Item>> itemsById() {
        return CompletableFuture.supplyAsync(() -> Map.of("k", item("1")));
      }

      @ApiOperation("GET /changes") public Flow.Publisher<Item> changes() {
        return subscriber -> {
          SubmissionPublisher<Item> publisher = new SubmissionPublisher<>();
          publisher.subscribe(subscriber);
          publisher.submit(item("1"));
          publisher.close();
        };
      }

      @ApiOperation(kind = io.triglot.runtime.OperationKind.QUERY)
      public CompletionStage<String> gathered(Flow.Publisher<Item> items) {
        StringBuilder gathered = new StringBuilder();
        SubmissionPublisher<Item> all = new SubmissionPublisher<>(Runnable::run, 8);
        CompletionStage<Void> end = all.consume(gathered::append);
        items.subscribe(new Flow.Subscriber<Item>() {
          @Override public void onSubscribe(Flow.Subscription given) { given.request(9); }
          @Override public void onNext(Item item) { all.submit(item); }
          @Override public void onError(Throwable failure) { all.closeExceptionally(failure); }
          @Override public void onComplete() { all.close(); }
        });
        return end.thenApply(none -> gathered.toString());
      }

      @ApiOperation("GET /deals") public List<Deal> deals() {
        return List.of(new Deal.Sale(5, "me"), new Deal.Lease(6, 2));
      }

      @ApiOperation("POST /items") public Item createItem(Item item) { return item; }

      @ApiOperation("POST /items/compare") public String comparison(Item one, List<Item> others) {
        return one + " " + others;
      }

      @ApiOperation("POST /margins") public @Nullable Integer createMargin(Margin margin) {
        return margin.getPercent();
      }

      @ApiOperation("POST /deals") public Deal createDeal(Deal deal) { return deal; }

      @ApiBatch public Map<Item, Item> twin(Set<Item> items) {
        Map<Item, Item> twins = new HashMap<>();
        items.forEach(each -> twins.put(each, item("t")));
        return twins;
      }
    }
    """
  };

  private static final String FULL =
      """
      {"id":"1","cost":1.50,"suppliers":["s"],"stock":3,"margins":{"a":{"percent":9,"note":"n"}},\
      "percent":9,"note":"n","old_percent":9,"old_note":"n"}""";
  private static final String SIGNED_IN = "{\"id\":\"1\",\"stock\":3,\"old_note\":\"n\"}";
  private static final String OPEN = "{\"id\":\"1\",\"old_note\":\"n\"}";

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.ItemService", SOURCES);

  private static Class<?> clients;

  @BeforeAll
  static void loadClient() {
    clients = service.compilation().load("com.acme.ItemServiceGrpcClient");
  }

  @AfterEach
  void signOut() {
    service.as();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "admin|" + FULL_KEYS,
        "clerk|id,stock,old_note",
        "|id,old_note",
        "buyer|id,suppliers,stock,old_note"
      })
  void areLeftOutOfJson(String roles, String members) {
    service.as(roles == null ? new String[0] : new String[] {roles});

    for (JsonNode item :
        new JsonNode[] {
          service.rest("GET", "/items/1?any=true", ""),
          service.rest("GET", "/items", "").get(1),
          service.rest("GET", "/later", "").get("k")
        }) {
      assertThat(item.fieldNames()).toIterable().containsExactly(members.split(","));
    }
  }

  private static final String FULL_KEYS =
      "id,cost,suppliers,stock,margins,percent,note,old_percent,old_note";

  @Test
  void areReceivedByThoseWhomTheyAreFor() {
    assertThat(service.as("admin").rest("GET", "/items/1?any=true", ""))
        .isEqualTo(EveryProtocol.json(FULL));
  }

  @Test
  void areAbsentFromMessages() {
    JsonNode item = service.grpc("Items", "{}").at("/result/0");
    assertThat(item)
        .isEqualTo(
            EveryProtocol.json(
                "{\"id\":\"1\",\"suppliers\":[],\"margins\":{},\"old\":{\"note\":\"n\"}}"));

    item = service.as("admin").grpc("Items", "{}").at("/result/0");
    assertThat(item.get("cost").asText()).isEqualTo("1.50");
    assertThat(item.at("/margins/a/percent").asInt()).isEqualTo(9);
    assertThat(item.has("secret")).isFalse();
    assertThat(service.as("clerk").grpc("ItemsById", "{}").at("/result/k").has("cost")).isFalse();
  }

  @Test
  void areRefusedInGraphQlAndLeaveTheRest() {
    String document = "{ items { id cost margin { percent note } old { percent } twin { cost } } }";
    JsonNode response = service.as("clerk").graphQlResponse(document, Map.of());

    assertThat(response.at("/data/items/0"))
        .isEqualTo(
            EveryProtocol.json(
                "{\"id\":\"1\",\"cost\":null,\"margin\":null,\"old\":{\"percent\":null},"
                    + "\"twin\":{\"cost\":null}}"));
    assertThat(response.get("errors")).hasSize(8);
    assertThat(response.get("errors"))
        .anySatisfy(
            error -> {
              assertThat(error.get("path").toString()).isEqualTo("[\"items\",0,\"cost\"]");
              assertThat(error.at("/extensions/code").asText()).isEqualTo("PERMISSION_DENIED");
            });
    assertThat(service.as().graphQl("{ items { stock } }", Map.of()).at("/0/extensions/code"))
        .hasToString("\"UNAUTHENTICATED\"");
    assertThat(service.as("admin").graphQlResponse(document, Map.of()).has("errors")).isFalse();
    assertThat(service.as("admin").graphQl("{ items { secret } }", Map.of()).at("/0/message"))
        .hasToString("\"Permission denied\"");
  }

  @Test
  void areGuardedInUnionsToo() {
    assertThat(service.rest("GET", "/deals", "").toString()).doesNotContain("price").contains("me");
    assertThat(service.grpc("Deals", "{}").toString()).doesNotContain("price").contains("me");
    assertThat(service.graphQl("{ deals { price } }", Map.of()).at("/1/extensions/code").asText())
        .isEqualTo("UNAUTHENTICATED");

    service.as("admin");
    assertThat(service.rest("GET", "/deals", "").at("/1/price").asInt()).isEqualTo(6);
    assertThat(service.grpc("Deals", "{}").at("/result/1/lease/price").asInt()).isEqualTo(6);
    assertThat(service.graphQl("{ deals { price } }", Map.of()).at("/1/price").asInt())
        .isEqualTo(6);
  }

  @Test
  void areRefusedWhereTheyAreSent() {
    service.as("clerk");
    String item = "{\"id\":\"1\",\"stock\":3,\"cost\":2}";
    assertRefused(service.rest("POST", "/items", item), "PERMISSION_DENIED", "item.cost");
    assertRefused(
        service.rest("POST", "/items", "{\"id\":\"1\",\"cost\":null}"),
        "PERMISSION_DENIED",
        "item.cost");
    assertRefused(
        service.rest("POST", "/items", "{\"id\":\"1\",\"old_percent\":2}"),
        "PERMISSION_DENIED",
        "item.old_percent");
    assertRefused(
        service.rest(
            "POST", "/items/compare", "{\"one\":{\"id\":\"1\"},\"others\":[" + item + "]}"),
        "PERMISSION_DENIED",
        "others[0].cost");
    assertRefused(
        service.rest("POST", "/margins", "{\"percent\":2}"), "PERMISSION_DENIED", "margin.percent");
    assertRefused(
        service.rest("POST", "/deals", "{\"type\":\"Sale\",\"to\":\"x\",\"price\":1}"),
        "PERMISSION_DENIED",
        "deal.price");
    assertThat(service.rest("POST", "/items", SIGNED_IN).toString()).isEqualTo(SIGNED_IN);
    assertThat(service.rest("POST", "/margins", "{}").asInt()).isEqualTo(1);

    service.as();
    assertRefused(
        service.rest("POST", "/items", "{\"id\":\"1\",\"stock\":1}"),
        "UNAUTHENTICATED",
        "item.stock");
    assertThat(service.rest("POST", "/items", OPEN).toString()).isEqualTo(OPEN);
  }

  private static void assertRefused(JsonNode problem, String code, String field) {
    assertThat(problem.get("code").asText()).as("%s", problem).isEqualTo(code);
    assertThat(problem.at("/violations/0/field").asText()).isEqualTo(field);
  }

  @Test
  void areRefusedWhereTheyAreSentToGraphQl() {
    String create = "mutation ($i: ItemInput!) { createItem(item: $i) { id cost } }";
    Map<String, Object> sent = Map.of("i", Map.of("id", "1", "cost", 2));
    assertGraphQl(service.as("clerk").graphQl(create, sent), "PERMISSION_DENIED", "item.cost");
    assertGraphQl(service.as().graphQl(create, sent), "UNAUTHENTICATED", "item.cost");
    assertThat(service.as("admin").graphQl(create, sent).get("cost").asInt()).isEqualTo(2);
    String margin = "mutation { createMargin(margin: {percent: 3}) }";
    assertGraphQl(
        service.as("clerk").graphQl(margin, Map.of()), "PERMISSION_DENIED", "margin.percent");
    assertThat(service.as("admin").graphQl(margin, Map.of()).asInt()).isEqualTo(3);
    assertThat(service.as("clerk").graphQl(margin.replace("percent: 3", ""), Map.of()).asInt())
        .isEqualTo(1);
  }

  private static void assertGraphQl(JsonNode errors, String code, String field) {
    assertThat(errors.at("/0/extensions/code").asText()).as("%s", errors).isEqualTo(code);
    assertThat(errors.at("/0/extensions/violations/0/field").asText()).isEqualTo(field);
  }

  @Test
  void areRefusedWhereTheyAreSentToGrpc() {
    String item = "{\"item\":{\"id\":\"1\",\"cost\":\"2\"}}";
    StatusRuntimeException refused = refused("clerk", item);
    assertThat(refused.getStatus().getCode().name()).isEqualTo("PERMISSION_DENIED");
    assertThat(refused.getStatus().getDescription()).contains("item.cost");
    assertThat(refused("clerk", "{\"item\":{\"id\":\"1\",\"old\":{\"percent\":2}}}"))
        .hasMessageContaining("item.old.percent");
    assertThat(refused("", item).getStatus().getCode().name()).isEqualTo("UNAUTHENTICATED");
    assertThat(service.as("admin").grpc("CreateItem", item).at("/result/cost").asText())
        .isEqualTo("2");
  }

  private static StatusRuntimeException refused(String role, String request) {
    return catchThrowableOfType(
        StatusRuntimeException.class,
        () ->
            service
                .as(role.isEmpty() ? new String[0] : new String[] {role})
                .grpc("CreateItem", request));
  }

  @Test
  void areNullForTypedClients() throws Exception {
    for (String role : new String[] {"clerk", "admin"}) {
      Object client = client(role);
      assertThat(client.getClass().getMethod("items").invoke(client).toString())
          .contains("cost=" + (role.equals("admin") ? "1.50" : "null"));
    }
  }

  @Test
  void areGuardedInStreams() throws Exception {
    String subscription = "subscription { changes { id cost } }";
    service.as("clerk");
    assertThat(service.as("clerk").restStream("/changes"))
        .contains("\"id\":\"1\"")
        .doesNotContain("cost");
    assertThat(service.as("clerk").subscription(subscription).toString())
        .contains("\"cost\":null", "PERMISSION_DENIED");
    assertThat(clientStream("clerk", "changes")).contains("cost=null");

    assertThat(service.as("admin").restStream("/changes")).contains("\"cost\":1.5");
    assertThat(service.as("admin").subscription(subscription).toString())
        .contains("\"cost\":1.5")
        .doesNotContain("errors");
    assertThat(clientStream("admin", "changes")).contains("cost=1.50");
  }

  private static String clientStream(String role, String operation) throws Exception {
    Flow.Publisher<?> stream =
        (Flow.Publisher<?>) client(role).getClass().getMethod(operation).invoke(client(role));
    return EveryProtocol.collected(stream).toString();
  }

  private static Object client(String role) throws Exception {
    return clients.getMethod("of", Channel.class).invoke(null, service.as(role).channel());
  }

  @Test
  void areRefusedInWhatAClientStreams() throws Exception {
    Object item =
        ((List<?>) client("admin").getClass().getMethod("items").invoke(client("admin"))).get(0);
    CompletionStage<?> refused = gathered("clerk", item);
    assertThat(refused.toCompletableFuture())
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .havingCause()
        .withMessageContaining("PERMISSION_DENIED: ")
        .withMessageContaining("cost");
    assertThat(gathered("admin", item).toCompletableFuture())
        .succeedsWithin(Duration.ofSeconds(10))
        .asString()
        .contains("cost=1.50");
  }

  private static CompletionStage<?> gathered(String role, Object item) throws Exception {
    SubmissionPublisher<Object> items = new SubmissionPublisher<>();
    Object client = client(role);
    CompletionStage<?> gathered =
        (CompletionStage<?>)
            client.getClass().getMethod("gathered", Flow.Publisher.class).invoke(client, items);
    items.submit(item);
    items.close();
    return gathered;
  }

  @Test
  void makeOperationsThatSayNothingConspicuous() {
    String things =
        """
        package com.acme;

        public class ThingService {
          @io.triglot.ApiOperation("GET /margin") public Margin margin() { return new Margin(); }
        }
        """;
    assertThat(
            TestCompiler.javac(service.directory().resolve("conspicuous"))
                .allowingWarnings()
                .compile(SOURCES[0], SOURCES[2], things)
                .diagnostics())
        .singleElement()
        .asString()
        .contains("[TriglotOpenOperation] Nothing says who may call ThingService.margin");
  }

  @Test
  void areSaidToBeInTheContracts() {
    String only = "Only for callers with role admin or buyer.";
    assertThat(service.compilation().resource("META-INF/triglot/openapi.json")).contains(only);
    assertThat(service.compilation().resource("META-INF/triglot/schema.graphqls")).contains(only);
    assertThat(service.compilation().resources().entrySet())
        .filteredOn(file -> file.getKey().endsWith(".proto"))
        .anySatisfy(file -> assertThat(file.getValue()).contains(only));
  }

  @ParameterizedTest
  @EnumSource
  void areGuardedInOtherModules(CompilerKind kind) {
    Path directory = service.directory().resolve("modules" + kind);
    Path jar =
        kind.in(directory.resolve("library"))
            .compile(
                SOURCES[0],
                SOURCES[1].replace("public record", "@io.triglot.ApiType\npublic record"),
                SOURCES[2])
            .requireSuccess()
            .jar();
    String user =
        """
        package com.user;

        @org.jspecify.annotations.NullMarked
        @jakarta.annotation.security.PermitAll
        public class UserService {
          @io.triglot.ApiOperation("POST /items")
          public com.acme.Item echo(com.acme.Item item) { return item; }
          @io.triglot.ApiOperation("GET /items")
          public com.acme.Item item() {
            return new com.acme.Item(
                "1", java.math.BigDecimal.ONE, null, java.util.Optional.empty(), "x", null, null, null);
          }
        }
        """;
    try (EveryProtocol protocols =
        EveryProtocol.of(
            kind.in(directory.resolve("user")).against(jar).compile(user).requireSuccess(),
            "com.user.UserService")) {
      assertThat(protocols.rest("GET", "/items", "").has("cost")).isFalse();
      assertThat(protocols.as("admin").rest("GET", "/items", "").get("cost").asInt()).isOne();
      assertThat(protocols.grpc("Item", "{}").at("/result/cost").asInt()).isOne();
      assertRefused(
          protocols.as("x").rest("POST", "/items", "{\"id\":\"1\",\"cost\":1}"),
          "PERMISSION_DENIED",
          "item.cost");
      assertThat(protocols.grpc("Item", "{}").at("/result").has("cost")).isFalse();
      assertThat(protocols.graphQlResponse("{ item { cost } }", Map.of()).has("errors")).isTrue();
    }
  }
}
