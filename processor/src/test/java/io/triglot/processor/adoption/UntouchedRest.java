package io.triglot.processor.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.backend.rest.RestHost;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.rest.RestEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A resource answers on REST after its adoption as it did before, byte for byte. Each container
 * that this is tried on has a subclass.
 */
@Timeout(120)
public abstract class UntouchedRest {
  private static final String[] CLASSES = {"OrderResource", "OrderJson", "NoSuchOrder$Mapper"};

  private static final Map<Integer, String> STATUSES =
      Map.of(
          200, "found",
          201, "created",
          204, "deleted",
          400, "malformed",
          404, "not found",
          405, "not allowed",
          406, "not acceptable",
          415, "unsupported",
          500, "broken");

  @TempDir Path folder;

  /** Starts the container with resources and providers that it makes. */
  protected abstract RestHost start(Set<Class<?>> classes) throws Exception;

  @Test
  void answersAfterItsAdoptionAsBefore() throws Exception {
    Compilation before = compile("before", "");
    Compilation after = compile("after", "@io.triglot.ApiService");
    assertThat(before.generatedSources()).isEmpty();
    assertThat(after.generatedSources()).containsKey("com/acme/OrderResourceGrpc.java");

    List<String> recorded = record(before);

    assertThat(record(after)).isEqualTo(recorded);
    assertThat(STATUSES.keySet())
        .allSatisfy(
            status -> assertThat(recorded).anyMatch(each -> each.contains(" -> " + status)));
  }

  @Test
  void hasNoSecondResource() throws Exception {
    Compilation after = compile("after", "@io.triglot.ApiService");
    Object resource =
        after.loader().loadClass("com.acme.OrderResource").getConstructor().newInstance();
    RestEndpoint rest = RestEndpoint.of(Api.of(resource));

    assertThat(rest.routes()).isEmpty();
    assertThat(rest.resources()).isEmpty();
    assertThat(after.generatedSources().values()).noneMatch(text -> text.contains("@Path("));
  }

  private Compilation compile(String name, String annotation) throws IOException {
    return TestCompiler.javac(Files.createDirectories(folder.resolve(name)))
        .allowingWarnings()
        .compile(Orders.RESOURCE.replace("ADOPTED", annotation), Orders.JSON, Orders.REST);
  }

  private List<String> record(Compilation compilation) throws Exception {
    ClassLoader loader = compilation.loader();
    Set<Class<?>> classes = new LinkedHashSet<>();
    for (String name : CLASSES) {
      classes.add(loader.loadClass("com.acme." + name));
    }
    try (RestHost host = start(classes)) {
      List<String> recorded = new ArrayList<>();
      for (String request : Orders.REQUESTS) {
        recorded.add(request + " -> " + answer(host.uri(), request.split(" ", 5)));
      }
      return recorded;
    }
  }

  /** The request's method, path, accepted type, type and body; a dash for none. */
  private static String answer(URI root, String... request)
      throws IOException, InterruptedException {
    HttpRequest.Builder built =
        HttpRequest.newBuilder(root.resolve(request[1]))
            .version(HttpClient.Version.HTTP_1_1)
            .method(
                request[0],
                request[4].equals("-")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(request[4]));
    Stream.of(2, 3)
        .filter(i -> !request[i].equals("-"))
        .forEach(i -> built.header(i == 2 ? "Accept" : "Content-Type", request[i]));
    // On a connection of its own: containers close some of those that they have refused something.
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(built.build(), BodyHandlers.ofString());
    Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
    headers.remove("date");
    String port = String.valueOf(root.getPort());
    return (response.statusCode() + " " + headers + " " + response.body()).replace(port, "port");
  }
}
