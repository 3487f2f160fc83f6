package io.triglot.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.server.page.ApiListing.Operation;
import io.triglot.server.page.ApiListing.Route;
import io.triglot.server.page.ApiListing.Service;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StartPageTest {
  @Test
  void showsAnOperationOnItsThreeProtocols() {
    String page =
        page(
            new Operation(
                "product",
                "role admin",
                new Route("GET", "/products/{id}"),
                "query product",
                "shop.v1.Shop/Product"));

    assertThat(page)
        .contains("<strong>product</strong><small>role admin</small>")
        .contains("<span class=\"method\">GET</span> /products/{id}")
        .contains("<code>query product</code>")
        .contains("shop.<wbr>v1.<wbr>Shop/<wbr>Product");
  }

  @Test
  void showsWhereAnOperationIsNotOffered() {
    String page = page(new Operation("product", null, null, null, null));

    assertThat(page)
        .contains(
            "<td data-protocol=\"REST\">–</td><td data-protocol=\"GraphQL\">–</td>"
                + "<td data-protocol=\"gRPC\">–</td>")
        .doesNotContain("<small>");
  }

  @Test
  void linksToWhatABrowserCanGet() {
    assertThat(page(route("GET", "/orders"))).contains("<a href=\"./orders\">/orders</a>");
    assertThat(page(route("POST", "/orders"))).doesNotContain("href=\"./orders\"");
    assertThat(page(route("GET", "/orders/{id}"))).doesNotContain("href=\"./orders/");
  }

  @Test
  void escapesWhateverItIsGiven() {
    String hostile = "<script>alert('&\"')</script>";
    String page =
        page(new Operation(hostile, hostile, new Route("GET", "/\"><b>"), hostile, hostile));

    assertThat(page)
        .doesNotContain("<script")
        .contains("&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;")
        .contains("<a href=\"./&quot;&gt;&lt;b&gt;\">");
  }

  @Test
  void loadsNothingFromElsewhere() {
    assertThat(page(route("GET", "/orders")) + text(Asset.explorer()))
        .doesNotContain("http://", "https://", "<style", " style=");
  }

  @Test
  void hasEveryFileThatAPageRefersTo() {
    assertThat(Asset.all()).allSatisfy(asset -> assertThat(asset.content()).isNotEmpty());
    assertThat(Asset.all())
        .extracting(Asset::path)
        .containsAll(references(page(route("GET", "/orders"))))
        .containsAll(references(text(Asset.explorer())));
  }

  private static List<String> references(String html) {
    return Pattern.compile("\"\\.(/_triglot/[^\"]*)\"")
        .matcher(html)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static Operation route(String method, String template) {
    return new Operation("orders", null, new Route(method, template), null, null);
  }

  private static String page(Operation operation) {
    return StartPage.render(
        new ApiListing(List.of(new Service("Shop", List.of(operation))), 9090, true));
  }

  private static String text(Asset asset) {
    return new String(asset.content(), StandardCharsets.UTF_8);
  }
}
