package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who uses the shop, and what he sees of the others. */
class UsersTest {
  private static final String BOB =
      "{\"id\":\"bob\",\"name\":\"Bob\",\"email\":\"bob@shop.example\",\"password\":\"a secret of Bob\"}";

  @RegisterExtension final RunningShop shop = new RunningShop();

  @Test
  void signUpAndIn() {
    HttpResponse<String> signedUp = post(Optional.empty(), "/users", BOB);
    assertThat(signedUp.statusCode()).isEqualTo(201);
    assertThat(Json.parse(signedUp.body()).path("role").asText()).isEqualTo("CUSTOMER");
    assertThat(signedUp.body()).doesNotContain("email", "password");

    JsonNode signedIn = Json.parse(signIn("bob", "a secret of Bob").body());
    Optional<String> token = Optional.of(signedIn.path("token").asText());
    assertThat(Json.parse(get(token, "/me").body()).path("name").asText()).isEqualTo("Bob");
  }

  @Test
  void areNotLetInWithAWrongPassword() {
    post(Optional.empty(), "/users", BOB);

    for (HttpResponse<String> refused :
        List.of(
            signIn("bob", "a secret of Alice"), signIn("alice", ""), signIn("nobody", "secret"))) {
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(Json.parse(refused.body()).path("reason").asText()).isEqualTo("WRONG_PASSWORD");
    }
  }

  @Test
  void haveTheirIdsAndAddressesForThemselves() {
    post(Optional.empty(), "/users", BOB);

    assertThat(post(Optional.empty(), "/users", BOB).statusCode()).isEqualTo(409);
    assertThat(post(Optional.empty(), "/users", BOB.replace("\"bob\"", "\"robert\"")).statusCode())
        .isEqualTo(409);
  }

  @Test
  void areToldWhatIsWrongWhenTheySignUp() {
    String mistakes =
        "{\"id\":\"Bob!\",\"name\":\" \",\"email\":\"nowhere\",\"password\":\"short\"}";

    JsonNode problem = Json.parse(post(Optional.empty(), "/users", mistakes).body());

    assertThat(problem.path("violations").findValuesAsText("field"))
        .containsExactlyInAnyOrder("input.id", "input.name", "input.email", "input.password");
  }

  @Test
  void changeWhatIsKnownOfThemAndLoseNoUpdate() {
    Optional<String> alice = token("alice", "customer");
    Optional<String> root = token("root", "admin");

    HttpResponse<String> read = get(alice, "/users/alice");
    String version = read.headers().firstValue("ETag").orElseThrow();
    assertThat(patch(alice, "/users/alice", Optional.empty(), "{\"name\":\"Al\"}").statusCode())
        .isEqualTo(428);
    assertThat(patch(alice, "/users/alice", Optional.of(version), "{\"name\":\"Al\"}").statusCode())
        .isEqualTo(200);
    assertThat(
            patch(alice, "/users/alice", Optional.of(version), "{\"name\":\"Ally\"}").statusCode())
        .isEqualTo(412);
    assertThat(patch(alice, "/users/root", Optional.of("*"), "{\"name\":\"R\"}").statusCode())
        .isEqualTo(404);
    JsonNode user = Json.parse(get(root, "/users/alice").body());
    assertThat(user.path("name").asText()).isEqualTo("Al");
    assertThat(user.path("email").asText()).isEqualTo("alice@shop.example");
  }

  @Test
  void getRolesAndAreDeletedByAdmins() {
    post(Optional.empty(), "/users", BOB);
    Optional<String> root = token("root", "admin");
    assertThat(
            post(token("alice", "customer"), "/users/alice/set-role", "{\"role\":\"ADMIN\"}")
                .statusCode())
        .isEqualTo(403);

    HttpRequest.Builder promotion =
        json(root, "/users/bob/set-role")
            .header("If-Match", "*")
            .POST(BodyPublishers.ofString("{\"role\":\"ADMIN\"}"));
    assertThat(rest(root).send(promotion).body()).contains("ADMIN");
    shop.customer(Wire.REST).createOrder("1", 1);
    assertThat(delete(root, "/users/alice").statusCode()).isEqualTo(409);
    assertThat(delete(root, "/users/bob").statusCode()).isEqualTo(204);
    assertThat(get(root, "/users/bob").statusCode()).isEqualTo(404);
  }

  @Test
  void areReadWithAllThatBelongsToThemByAQueryForEachLevel() {
    Optional<String> alice = token("alice", "customer");
    Optional<String> root = token("root", "admin");
    for (int i = 0; i < 12; i++) {
      String id = "user-" + i;
      post(
          Optional.empty(),
          "/users",
          BOB.replace("\"bob\"", "\"" + id + "\"").replace("bob@", id + "@"));
      post(token(id, "customer"), "/users/alice/follow", "{}");
      post(token(id, "customer"), "/users/root/follow", "{}");
    }
    shop.customer(Wire.REST).createOrder("1", 1);
    shop.admin(Wire.REST).createOrder("2", 2);
    for (Optional<String> author : List.of(alice, root, alice)) {
      JsonNode post = Json.parse(post(author, "/posts", "{\"text\":\"a post\"}").body());
      post(root, "/posts/" + post.path("id").asText() + "/comment", "{\"text\":\"a comment\"}");
    }
    Statements statements = Statements.of(shop.shop().database());

    JsonNode users =
        graphQl(root)
            .execute(
                """
                { users(first: 2) { nodes {
                  name
                  orders { totalPrice product { name } user { id } }
                  followers(first: 5) { nodes { id } pageInfo { hasNextPage endCursor } }
                  posts { nodes { text comments(first: 1) { nodes { text author { name } } } } }
                } } }
                """,
                Map.of())
            .at("/data/users/nodes");

    assertThat(users.findValuesAsText("name")).contains("Alice", "Root", "Laptop", "Mouse");
    assertThat(users.at("/0/orders/0/product/name").asText()).isEqualTo("Laptop");
    assertThat(users.at("/1/orders/0/user/id").asText()).isEqualTo("root");
    assertThat(users.at("/0/followers/nodes").findValuesAsText("id"))
        .containsExactly("user-11", "user-10", "user-9", "user-8", "user-7");
    assertThat(users.at("/0/followers/pageInfo/hasNextPage").asBoolean()).isTrue();
    assertThat(users.at("/0/posts/nodes")).hasSize(2);
    assertThat(users.at("/1/posts/nodes/0/comments/nodes/0/author/name").asText())
        .isEqualTo("Root");
    // users; their orders, followers, posts; products, users of orders, comments; their authors
    assertThat(statements.takeOfCalls()).hasSize(8);
  }

  @Test
  void seeTheOrdersOfOthersOnlyAsAdmins() {
    shop.customer(Wire.REST).createOrder("1", 1);
    String query = "{ user(userId: \"alice\") { orders { id } } me { orders { id } } }";

    JsonNode asAdmin = graphQl(token("root", "admin")).execute(query, Map.of()).path("data");
    assertThat(asAdmin.at("/user/orders")).hasSize(1);
    post(Optional.empty(), "/users", BOB);
    JsonNode asBob = graphQl(token("bob", "customer")).execute(query, Map.of()).path("data");
    assertThat(asBob.at("/user/orders").isNull()).isTrue();
    assertThat(asBob.at("/me/orders")).isEmpty();
  }

  private GraphQlClient graphQl(Optional<String> token) {
    return shop.closedAtTheEnd(new GraphQlClient(new GraphQlOverHttp(shop.shop().port(), token)));
  }

  private HttpResponse<String> signIn(String id, String password) {
    return post(Optional.empty(), "/sign-in", Json.text(Map.of("id", id, "password", password)));
  }

  private HttpResponse<String> get(Optional<String> token, String path) {
    return rest(token).send(rest(token).request(path));
  }

  private HttpResponse<String> delete(Optional<String> token, String path) {
    return rest(token).send(rest(token).request(path).DELETE());
  }

  private HttpResponse<String> post(Optional<String> token, String path, String body) {
    return rest(token).send(json(token, path).POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> patch(
      Optional<String> token, String path, Optional<String> version, String body) {
    HttpRequest.Builder request = json(token, path).method("PATCH", BodyPublishers.ofString(body));
    version.ifPresent(tag -> request.header("If-Match", tag));
    return rest(token).send(request);
  }

  private HttpRequest.Builder json(Optional<String> token, String path) {
    return rest(token).request(path).header("Content-Type", "application/json");
  }

  private RestClient rest(Optional<String> token) {
    return new RestClient(shop.shop().port(), token);
  }

  private static Optional<String> token(String subject, String role) {
    return Optional.of(RunningShop.token(subject, role));
  }
}
