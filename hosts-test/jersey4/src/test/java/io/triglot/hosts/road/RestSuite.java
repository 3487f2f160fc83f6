package io.triglot.hosts.road;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What clients of REST ask the application, and what it answers: status, headers, body. */
final class RestSuite {
  /** Whose token, method, path, accepted type, type, body; a dash for none. */
  private static final List<String> REQUESTS =
      List.of(
          "- GET /orders - - -",
          "- DELETE /orders/1 - - -",
          "alice GET /orders - - -",
          "alice GET /orders?customer=alice&page-size=1 application/json - -",
          "alice GET /orders?page-size=many - - -",
          "alice GET /orders text/html - -",
          "alice HEAD /orders - - -",
          "alice GET /orders/1 */* - -",
          "alice HEAD /orders/1 - - -",
          "alice GET /orders/77 - - -",
          "alice POST /orders - application/json {\"article\":\"Bread\",\"quantity\":3}",
          "bob POST /orders - application/json {\"article\":\"Bread\",\"quantity\":0}",
          "bob POST /orders - application/json {\"article\":}",
          "bob POST /orders - text/plain Bread",
          "bob GET /orders/4 - - -",
          "bob POST /orders/1/notes - application/x-www-form-urlencoded text=Ring+tw%C3%ADce",
          "bob POST /orders/77/notes - application/x-www-form-urlencoded text=Ring",
          "bob GET /orders/1/log/0 - - -",
          "bob GET /orders/77/log/0 - - -",
          "bob DELETE /orders/2 - - -",
          "bob DELETE /orders/2 - - -",
          "bob PUT /orders/1 - application/json {}",
          "bob GET /nothing - - -");

  private RestSuite() {}

  /** An answer. */
  record Answer(String request, int status, Map<String, List<String>> headers, String body) {
    /** The same without headers of these names. */
    Answer without(Set<String> names) {
      Map<String, List<String>> others = new TreeMap<>(headers);
      others.keySet().removeAll(names);
      return new Answer(request, status, others, body);
    }
  }

  /** Asks an application that nobody has asked before. */
  static List<Answer> record(URI server) {
    return REQUESTS.stream().map(request -> ask(server, request, request.split(" ", 6))).toList();
  }

  private static Answer ask(URI server, String shown, String... request) {
    HttpRequest.Builder built =
        HttpRequest.newBuilder(server.resolve(request[2]))
            .version(HttpClient.Version.HTTP_1_1)
            .method(
                request[1],
                request[5].equals("-")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(request[5]));
    header(built, "Authorization", request[0].equals("-") ? "-" : token(request[0]));
    header(built, "Accept", request[3]);
    header(built, "Content-Type", request[4]);
    try {
      // On a connection of its own: containers close some of those that they have refused
      // something.
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(built.build(), BodyHandlers.ofString());
      Map<String, List<String>> headers = new TreeMap<>();
      String port = ":" + server.getPort();
      response
          .headers()
          .map()
          .forEach(
              (name, values) ->
                  headers.put(
                      name, values.stream().map(value -> value.replace(port, ":port")).toList()));
      headers.remove("date");
      return new Answer(
          shown, response.statusCode(), headers, response.body().replace(port, ":port"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void header(HttpRequest.Builder request, String name, String value) {
    if (!value.equals("-")) {
      request.header(name, value);
    }
  }

  /** What somebody signs in with. */
  static String token(String user) {
    return "Bearer token-of-" + user;
  }
}
