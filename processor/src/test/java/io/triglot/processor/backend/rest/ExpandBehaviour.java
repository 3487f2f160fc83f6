package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.triglot.processor.backend.rest.RestClient.Reply;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Authenticator;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batched fields that callers ask for beside the fields of results. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ExpandBehaviour {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    import io.triglot.ApiField;
    import jakarta.annotation.security.RolesAllowed;
    import java.util.List;
    import org.jspecify.annotations.Nullable;

    public record Order(
        String id, String productId, List<Line> lines, @ApiField(version = true) long version) {
      public record Line(String productId, int quantity) {}

      public record Product(
          String id, String name, @RolesAllowed("admin") @Nullable Integer cost) {}

      public record Maker(String name) {}
    }
    """,
    """
    package com.acme;

    import com.acme.Order.Line;
    import com.acme.Order.Maker;
    import com.acme.Order.Product;
    import io.triglot.*;
    import io.triglot.runtime.CallContext;
    import jakarta.annotation.security.*;
    import java.util.*;
    import java.util.concurrent.atomic.AtomicInteger;
    import java.util.stream.Collectors;
    import org.jspecify.annotations.Nullable;

    @PermitAll
    public class OrderService {
      public static final AtomicInteger LOADS = new AtomicInteger();

      private static Order order(int id) {
        return new Order(
            "o" + id, "p" + id % 2, List.of(new Line("p0", id), new Line("p1", 2)), 7);
      }

      private static Product product(String id) {
        return new Product(id, "name of " + id, 5);
      }

      /** Lists orders. */
      @ApiOperation(expand = true, sparse = true)
      public List<Order> orders() {
        return List.of(order(1), order(2), order(3));
      }

      @ApiOperation(expand = true)
      public @Nullable Order order(String id) {
        return id.equals("none") ? null : order(4);
      }

      @ApiOperation(value = "GET /maybe", expand = true)
      public Optional<Order> findMaybe() {
        return Optional.of(order(4));
      }

      @ApiOperation(value = "GET /pages", expand = true)
      public Page<Order> pages(PageRequest page) {
        return Page.of(page, 2, orders(), each -> Cursor.of(each.id()));
      }

      @ApiOperation(value = "GET /empty", expand = true)
      public List<Order> listEmpty() {
        return List.of();
      }

      /** What was ordered. */
      @ApiBatch
      public Map<Order, Product> product(Set<Order> orders, CallContext context) {
        LOADS.incrementAndGet();
        return orders.stream().collect(Collectors.toMap(o -> o, o -> product(o.productId())));
      }

      @ApiBatch
      public Map<Line, Integer> price(Collection<Line> lines) {
        LOADS.incrementAndGet();
        return lines.stream().distinct().collect(Collectors.toMap(l -> l, l -> l.quantity() * 10));
      }

      @ApiBatch
      public List<@Nullable Maker> maker(List<Product> products) {
        LOADS.incrementAndGet();
        return products.stream().map(p -> p.id().equals("p0") ? null : new Maker("m")).toList();
      }

      @ApiBatch
      @RolesAllowed("admin")
      public Map<Order, List<Product>> offers(Set<Order> orders) {
        LOADS.incrementAndGet();
        return orders.stream().collect(Collectors.toMap(o -> o, o -> List.of(product("p1"))));
      }

      private static final Station HERE = new Station("here");
      private static final Station THERE = new Station("there");

      public record Station(String name) {}

      @ApiOperation(value = "GET /stations", expand = true)
      public List<Station> stations() {
        return List.of(HERE, THERE);
      }

      @ApiBatch
      public Map<Station, Station> next(Set<Station> stations) {
        return Map.of(HERE, THERE, THERE, HERE);
      }

      @ApiBatch
      public Map<Order, String> lost(Set<Order> orders) {
        return Map.of();
      }
    }
    """
  };

  private Compilation compilation;
  private Path directory;
  private AtomicInteger loads;
  private AtomicInteger authentications;
  private RestHost host;
  private RestClient client;

  /** Callers say which role they have. */
  public static final class Roles implements Authenticator {
    /** How often it was asked. */
    public static final AtomicInteger ASKED = new AtomicInteger();

    @Override
    public Optional<Caller> authenticate(CallRequest request) {
      ASKED.incrementAndGet();
      return request.header("X-Role").map(role -> new Caller(role, Set.of(role)));
    }
  }

  /** Starts the host under test. */
  protected abstract RestHost.Starter starter();

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    this.directory = directory;
    compilation = TestCompiler.javac(directory.resolve("javac")).compile(SOURCES).requireSuccess();
    HostedApi orders = HostedApi.of("com.acme.OrderService", SOURCES).authenticatedBy(Roles.class);
    HostedApi.Running running = starter().start(orders, directory.resolve("hosted"), 10_000);
    loads = (AtomicInteger) running.held("com.acme.OrderService", "LOADS");
    authentications = (AtomicInteger) running.held(Roles.class.getName(), "ASKED");
    host = running.host();
    client = new RestClient(host.uri());
  }

  @AfterAll
  void stop() {
    host.close();
  }

  @BeforeEach
  void reset() {
    loads.set(0);
    authentications.set(0);
  }

  @Test
  void areLoadedByOneCallForAList() {
    JsonNode orders = client.get("orders?expand=product").json();

    assertThat(orders).hasSize(3);
    assertThat(orders.at("/0/product")).hasToString("{\"id\":\"p1\",\"name\":\"name of p1\"}");
    assertThat(orders.at("/1/product/id").asText()).isEqualTo("p0");
    assertThat(orders.at("/2/version").asInt()).isEqualTo(7);
    assertThat(loads).hasValue(1);
    assertThat(authentications).hasValue(1);
  }

  @Test
  void areThereForObjectsAndPagesAndInsideOfThem() {
    assertThat(client.get("orders/1?expand=product").json().at("/product/id").asText())
        .isEqualTo("p0");
    assertThat(client.get("maybe?expand=product").json().at("/product/id").asText())
        .isEqualTo("p0");
    JsonNode page = client.get("pages?expand=items.product,items.lines.price").json();
    assertThat(page.at("/items")).hasSize(2);
    assertThat(page.at("/items/1/product/id").asText()).isEqualTo("p0");
    assertThat(page.at("/items/1/lines"))
        .hasToString(
            "[{\"productId\":\"p0\",\"quantity\":2,\"price\":20},"
                + "{\"productId\":\"p1\",\"quantity\":2,\"price\":20}]");
    assertThat(page.at("/next").isTextual()).isTrue();
    assertThat(loads).hasValue(4);
  }

  @Test
  void areThereInWhatIsLoaded() {
    JsonNode orders = client.get("orders?expand=product.maker").json();

    assertThat(orders.at("/0/product/maker")).hasToString("{\"name\":\"m\"}");
    assertThat(orders.at("/1/product/maker").isNull()).isTrue();
    assertThat(loads).hasValue(2);
  }

  @Test
  void endWhereAnObjectStandsInItself() {
    assertThat(client.get("stations?expand=next").json().at("/0"))
        .hasToString(
            "{\"name\":\"here\",\"next\":{\"name\":\"there\",\"next\":{\"name\":\"here\"}}}");
  }

  @Test
  void areNotLoadedWhereNobodyAsksOrNothingIsThere() {
    assertThat(client.get("orders").text()).doesNotContain("name of");
    assertThat(client.get("empty?expand=product").text()).isEqualTo("[]");
    assertThat(client.get("orders/none?expand=product").status()).isEqualTo(404);
    assertThat(loads).hasValue(0);
  }

  @Test
  void areForThoseWhoMayHaveThem() {
    Reply refused = client.get("orders?expand=offers");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(client.get("orders?expand=offers", "X-Role", "guest").status()).isEqualTo(403);
    assertThat(loads).hasValue(0);

    JsonNode orders = client.get("orders?expand=offers.maker", "X-Role", "admin").json();
    assertThat(orders.at("/0/offers/0"))
        .hasToString(
            "{\"id\":\"p1\",\"name\":\"name of p1\",\"cost\":5,\"maker\":{\"name\":\"m\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orders?expand=prodct|expand: expected some of lost, offers, product, lines, got prodct",
        "orders?expand=product,|expand: expected some of lost, offers, product, lines, got ",
        "orders?expand=product.name|expand: expected some of maker, got product.name",
        "orders?expand=lost.x|expand: lost.x leads into what has nothing to be expanded",
        "orders?expand=lines|expand: lines is there without being expanded; expected one of the fields inside",
        "orders?expand=a.b.c.d.e.f|expand: a.b.c.d.e.f leads further than 5 names",
      })
  void areRefusedByTheirNames(String target, String detail) {
    Reply refused = client.get(target);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/detail").asText().strip()).isEqualTo(detail.strip());
    assertThat(refused.json().at("/violations/0/field").asText()).isEqualTo("expand");
    assertThat(loads).hasValue(0);
  }

  @Test
  void failTheCallWhereTheServiceDoesNotGiveThem() {
    assertThat(client.get("orders?expand=lost").status()).isEqualTo(500);
  }

  @Test
  void areBesideTheFieldsThatAreAskedFor() {
    assertThat(client.get("orders?fields=id&expand=product").json().at("/0"))
        .hasToString("{\"id\":\"o1\",\"product\":{\"id\":\"p1\",\"name\":\"name of p1\"}}");
  }

  @Test
  void haveNoPartInTheVersion() {
    assertThat(client.get("orders/1").header("ETag")).isEqualTo("\"7\"");
    assertThat(client.get("orders/1?expand=product").header("ETag")).isEmpty();
    assertThat(client.get("orders/1?expand=product", "If-None-Match", "\"7\"").status())
        .isEqualTo(200);
  }

  @Test
  void areToldByTheDocument() throws Exception {
    JsonNode api = json(compilation.resource("META-INF/triglot/openapi.json"));
    JsonNode orders = api.at("/paths/~1orders/get");
    assertThat(orders.at("/parameters/1/name").asText()).isEqualTo("expand");
    assertThat(orders.at("/parameters/1/description").asText())
        .isEqualTo(
            "What is wanted beside the fields, separated by commas: `lines.price`, `lost`,"
                + " `offers`, `offers.maker`, `product`, `product.maker`.");
    JsonNode items = orders.at("/responses/200/content/application~1json/schema/items/allOf");
    assertThat(items.at("/0/$ref").asText()).isEqualTo("#/components/schemas/Order");
    assertThat(items.at("/1/required").isMissingNode()).isTrue();
    assertThat(items.at("/1/properties/product/allOf/0/$ref").asText())
        .isEqualTo("#/components/schemas/Product");
    assertThat(api.at("/components/schemas/Product/type").asText()).isEqualTo("object");
    JsonNode page = api.at("/paths/~1pages/get/responses/200/content/application~1json/schema");
    assertThat(page.at("/allOf/1/properties/items/items/properties").fieldNames())
        .toIterable()
        .contains("product", "lines");
    assertThat(api.at("/components/schemas/Order/properties").fieldNames())
        .toIterable()
        .containsExactly("id", "productId", "lines", "version");
  }

  @Test
  void areReadByEclipseToo() {
    assertThat(
            CompilerKind.ECJ
                .in(directory.resolve("ecj"))
                .compile(SOURCES)
                .requireSuccess()
                .resources())
        .isEqualTo(compilation.resources());
  }

  @Test
  void needSomethingToAskFor() {
    for (String method :
        List.of(
            "@ApiOperation(expand = true) int countThings()",
            "@ApiOperation(expand = true, value = \"POST /things\") Thing makeThing()",
            "@ApiOperation(expand = true, blocking = false) List<Thing> things()",
            "@ApiOperation(expand = true) java.util.concurrent.CompletionStage<Thing> thing()",
            "@ApiOperation(expand = true) List<Thing> things(String expand)")) {
      String source =
          """
          package com.acme;

          import io.triglot.*;
          import java.util.*;

          public interface Things {
            record Thing(String id) {}

            %s;

            @ApiBatch Map<Thing, String> size(Set<Thing> things);
          }
          """
              .formatted(method);
      assertThat(
              TestCompiler.javac(directory.resolve("refused" + method.hashCode()))
                  .compile(source)
                  .diagnostics()
                  .toString())
          .as(method)
          .contains("TriglotExpand");
    }
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
