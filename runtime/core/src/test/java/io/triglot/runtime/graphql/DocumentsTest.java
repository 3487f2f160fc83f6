package io.triglot.runtime.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.runtime.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which documents are prepared once. */
class DocumentsTest {
  private final Documents documents =
      new Documents(
          SchemaAssembly.of(
              Api.of(new Sample()).bindings("GraphQl", GraphQlBinding.class),
              new FieldInterceptors(Map.of(), Api.of().calls()),
              GraphQlSettings.DEFAULTS,
              () -> ""),
          new DocumentLimits(GraphQlSettings.DEFAULTS));

  @Test
  void validOnesAreKept() {
    assertThat(documents.prepare("{ caller }")).isSameAs(documents.prepare("{ caller }"));
  }

  @Test
  void invalidOnesAreNot() {
    assertThat(documents.prepare("{ nobody }")).isNotSameAs(documents.prepare("{ nobody }"));
  }

  @Test
  void noMoreAreKeptThanThereIsRoomFor() {
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      queries.add("{ caller } # " + i + "x".repeat(10_000));
    }
    List<PreparedDocument> first = queries.stream().map(documents::prepare).toList();

    int kept = 0;
    for (int i = 0; i < queries.size(); i++) {
      kept += documents.prepare(queries.get(i)) == first.get(i) ? 1 : 0;
    }
    assertThat(kept).isBetween(1, 100); // of ten thousand characters, where a million has room
  }
}
