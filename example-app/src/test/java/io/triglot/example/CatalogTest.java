package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What customers find in the catalog, and what they see of it. */
class CatalogTest {
  @RegisterExtension final RunningShop shop = new RunningShop();

  @Test
  void isSearchedByNameCategoryAndPrice() {
    assertThat(names("name=LAP")).containsExactly("Laptop");
    assertThat(names("name=top")).isEmpty();
    assertThat(names("categoryId=accessories")).containsExactly("Mouse");
    assertThat(names("minPrice=20&maxPrice=1000")).containsExactly("Laptop", "Mouse");
    assertThat(names("name=m&categoryId=computers")).isEmpty();
  }

  @Test
  void isReadPageByPageWithTheCategories() {
    JsonNode first = Json.parse(get("/products/search?first=1&expand=items.category").body());
    String next = first.path("next").asText();
    JsonNode second = Json.parse(get("/products/search?first=1&after=" + next).body());

    assertThat(first.at("/items/0/category/name").asText()).isEqualTo("Computers");
    assertThat(second.at("/items/0/name").asText()).isEqualTo("Mouse");
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(get("/products/search?fields=items.name&first=1").body())
        .isEqualTo("{\"items\":[{\"name\":\"Laptop\"}]}");
  }

  @Test
  void tellsTheCategoriesOfAllProductsByOneQuery() {
    Statements statements = Statements.of(shop.shop().database());
    try (GraphQlClient client =
        new GraphQlClient(new GraphQlOverHttp(shop.shop().port(), Optional.empty()))) {
      JsonNode data =
          client.execute("{ products { name category { id } } categories { id } }", Map.of());

      assertThat(data.findValuesAsText("id"))
          .containsExactly("computers", "accessories", "accessories", "computers");
      assertThat(statements.takeOfCalls()).hasSize(3);
    }
  }

  @Test
  void isNotSentAgainToWhoHasIt() {
    HttpResponse<String> products = get("/products");
    String tag = products.headers().firstValue("ETag").orElseThrow();

    assertThat(getUnless(tag).statusCode()).isEqualTo(304);
    shop.customer(Wire.REST).createOrder("1", 1);
    assertThat(getUnless(tag).statusCode()).isEqualTo(200);
    assertThat(get("/categories").headers().firstValue("Cache-Control"))
        .contains("public, max-age=60");
  }

  private HttpResponse<String> getUnless(String tag) {
    RestClient client = rest(Optional.empty());
    return client.send(client.request("/products").header("If-None-Match", tag));
  }

  @Test
  void showsTheImageThatAnAdminHasSent() throws Exception {
    byte[] png = image();
    assertThat(get("/products/1/image").statusCode()).isEqualTo(404);

    assertThat(put(RunningShop.token("alice", "customer"), png).statusCode()).isEqualTo(403);
    assertThat(put(RunningShop.token("root", "admin"), png).statusCode()).isEqualTo(200);

    HttpResponse<byte[]> shown =
        rest(Optional.empty())
            .send(rest(Optional.empty()).request("/products/1/image"), BodyHandlers.ofByteArray());
    assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(shown.body()).isEqualTo(png);
  }

  @Test
  void refusesWhatIsNoImage() {
    HttpResponse<String> refused =
        put(RunningShop.token("root", "admin"), "<script>alert(1)</script>".getBytes());

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Json.parse(refused.body()).path("reason").asText()).isEqualTo("NO_IMAGE");
  }

  private Iterable<String> names(String query) {
    return Json.parse(get("/products/search?" + query).body()).findValuesAsText("name");
  }

  private HttpResponse<String> get(String path) {
    return rest(Optional.empty()).send(rest(Optional.empty()).request(path));
  }

  private HttpResponse<String> put(String token, byte[] image) {
    RestClient client = rest(Optional.of(token));
    return client.send(
        client
            .request("/products/1/image")
            .header("Content-Type", "image/png")
            .PUT(BodyPublishers.ofByteArray(image)));
  }

  private RestClient rest(Optional<String> token) {
    return new RestClient(shop.shop().port(), token);
  }

  private static byte[] image() throws IOException {
    try (InputStream image = CatalogTest.class.getResourceAsStream("/laptop.png")) {
      return image.readAllBytes();
    }
  }
}
