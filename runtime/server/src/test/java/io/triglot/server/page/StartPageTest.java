package io.triglot.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.server.page.ApiListing.Address;
import io.triglot.server.page.ApiListing.Argument;
import io.triglot.server.page.ApiListing.Failure;
import io.triglot.server.page.ApiListing.Field;
import io.triglot.server.page.ApiListing.Operation;
import io.triglot.server.page.ApiListing.Service;
import io.triglot.server.page.ApiListing.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StartPageTest {
  private static final List<Address> THREE =
      List.of(
          new Address("REST", "GET /products/{id}", "curl " + ApiListing.HTTP + "/products/1"),
          new Address("GraphQL", "Query.product", null),
          new Address("gRPC", "shop.v1.Shop/Product", "buf curl"));

  @Test
  void showsAnOperationWithAllThatIsKnownOfIt() {
    Operation operation =
        new Operation(
            "product",
            "product(id: String) → Product",
            "Finds a `product`.",
            List.of(new Argument("id", "what it is *called*")),
            "**Deprecated.** Use find.",
            "role admin",
            List.of(new Failure("PRODUCT_NOT_FOUND", "NOT_FOUND")),
            THREE);

    assertThat(page(operation))
        .contains("<h3 id=\"Shop.product\">", ">for role admin</small>")
        .contains("product(<wbr>id: String) → <a href")
        .contains("<p>Finds a <code>product</code>.</p>", "<strong>Deprecated.</strong> Use find.")
        .contains("<dt><code>id</code></dt><dd><p>what it is <em>called</em></p>")
        .contains("<dt>REST</dt><dd><code>GET /<wbr>products/<wbr>{id}")
        .contains("<dt>GraphQL</dt><dd><code>Query.<wbr>product")
        .contains("<dt>gRPC</dt><dd><code>shop.<wbr>v1.<wbr>Shop/<wbr>Product")
        .contains("<code>PRODUCT_NOT_FOUND</code> (NOT_FOUND)")
        .contains("Copy the call of product by REST", "Copy the call of product by gRPC")
        .doesNotContain("call of product by GraphQL");
  }

  @Test
  void showsATypeAsEachProtocolHasIt() {
    assertThat(page(operation("product", "", List.of())).replace("<wbr>", ""))
        .contains("href=\"#types\"", "<h3 id=\"type-Product\">", "<p>What is sold.</p>")
        .contains("<th scope=\"col\">REST</th><th scope=\"col\">gRPC</th>")
        .contains("<code>price</code></th><td data-protocol=\"REST\"><code>number</code></td>")
        .contains("<td data-protocol=\"gRPC\"><code>string = 2</code></td>")
        .contains("<td data-protocol=\"gRPC\">–</td>");
  }

  @Test
  void linksTheTypesOfASignature() {
    Operation operation =
        new Operation(
            "get", "get() → Product or Article", "", List.of(), "", "all", List.of(), List.of());

    assertThat(page(operation))
        .contains("<a href=\"#type-Product\">Product</a>")
        .contains("<a href=\"#type-Product\">Article</a>")
        .contains("<p>GraphQL: <code>Article</code></p>");
  }

  @Test
  void leavesOutWhatThereIsNot() {
    assertThat(page(operation("product", "", List.of())))
        .doesNotContain("Fails with", "<details", "<dl", "class=\"warning\"");
  }

  @Test
  void linksToTheExplorerOfGraphQlWhereTheSchemaIsTold() {
    assertThat(StartPage.render(new ApiListing("Shop", List.of(), List.of(), 9090, true)))
        .contains("href=\"./graphql\"", "href=\"./schema.graphqls\"", "href=\"./openapi\"");
    assertThat(StartPage.render(new ApiListing("Shop", List.of(), List.of(), 9090, false)))
        .doesNotContain("href=\"./graphql\"", "href=\"./schema.graphqls\"");
  }

  @Test
  void escapesWhateverItIsGiven() {
    String hostile = "<script>alert('&\"')</script>";
    String page =
        page(
            new Operation(
                hostile,
                hostile,
                hostile + "\n\n[go](javascript:alert(1))",
                List.of(new Argument(hostile, hostile)),
                hostile,
                hostile,
                List.of(new Failure(hostile, hostile)),
                List.of(new Address("REST", hostile, hostile))));

    assertThat(page.replace("<script src=\"./_triglot/page.js\"></script>", ""))
        .doesNotContain("<script", "javascript:")
        .contains("&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;");
  }

  @Test
  void loadsNothingFromElsewhere() {
    assertThat(page(operation("product", "", THREE)) + text(Asset.explorer()))
        .doesNotContain("http://", "https://", "<style", " style=");
    assertThat(text(Asset.swaggerUi())).doesNotContain("http://", "https://", "<style", " style=");
  }

  @Test
  void hasEveryFileThatAPageRefersTo() {
    assertThat(Asset.all()).allSatisfy(asset -> assertThat(asset.content()).isNotEmpty());
    assertThat(Asset.all())
        .extracting(Asset::path)
        .containsAll(references(page(operation("product", "", THREE))))
        .containsAll(references(text(Asset.explorer())))
        .containsAll(references(text(Asset.swaggerUi())));
  }

  private static List<String> references(String html) {
    List<String> references =
        Pattern.compile("\"\\.(/_triglot/[^\"]*)\"")
            .matcher(html)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(references).isNotEmpty();
    return references;
  }

  private static Operation operation(String name, String doc, List<Address> addresses) {
    return new Operation(name, name + "()", doc, List.of(), "", "everybody", List.of(), addresses);
  }

  private static String page(Operation operation) {
    return StartPage.render(
        new ApiListing(
            "Shop",
            List.of(new Service("Shop", "", "", List.of(operation))),
            List.of(
                new Type(
                    "Product",
                    Map.of("GraphQL", "Article"),
                    "What is sold.",
                    List.of(
                        new Field(
                            "price",
                            "what it costs",
                            Map.of("REST", "number", "gRPC", "string = 2")),
                        new Field("maker", "", Map.of("REST", "Maker"))))),
            9090,
            true));
  }

  private static String text(Asset asset) {
    return new String(asset.content(), StandardCharsets.UTF_8);
  }
}
