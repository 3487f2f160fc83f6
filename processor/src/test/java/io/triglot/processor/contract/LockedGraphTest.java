package io.triglot.processor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What routers and clients know of fields and objects besides their types, in the lock. */
class LockedGraphTest {
  private static final String PACKAGE =
      "@org.jspecify.annotations.NullMarked package com.acme.shop;";

  private static final String PARCEL =
      """
      package com.acme.shop;
      import io.triglot.*;
      import org.jspecify.annotations.Nullable;
      @ApiType(keys = "id")
      @ApiFederated(shareable = true)
      public record Parcel(
          String id,
          @ApiFederated(external = true) @Nullable Integer weight,
          @ApiFederated(external = true) @Nullable Integer height,
          @ApiFederated(shareable = true) String name,
          String sender) {
        @ApiField @ApiFederated(requires = "weight")
        public int shipping(int cents) { return cents; }
      }
      """;

  private static final String PARCELS =
      """
      package com.acme.shop;
      import io.triglot.*;
      import java.util.*;
      public class ParcelService {
        @ApiOperation
        @ApiFederated(shareable = true, provides = "weight")
        public List<Parcel> listParcels() { throw new Error(); }
        @ApiBatch
        @ApiFederated(requires = "weight")
        public Map<Parcel, String> label(Set<Parcel> parcels) { return Map.of(); }
      }
      """;

  private static final String NODE =
      """
      package com.acme.shop;
      import io.triglot.*;
      @ApiType(keys = {"bookId", "isbn"}, node = true)
      public record Book(@ApiName(graphql = "bookId") String id, String isbn) {}
      """;

  private static final String NODES =
      """
      package com.acme.shop;
      import io.triglot.*;
      import java.util.*;
      public class BookService {
        @ApiOperation
        public List<Book> listBooks() { throw new Error(); }
        @ApiEntity
        public Map<String, Book> books(Set<String> ids) { return Map.of(); }
      }
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void hasWhatIsSharedWithOtherSubgraphs(CompilerKind kind) {
    assertThat(federated(kind).write(PACKAGE, PARCEL, PARCELS))
        .contains("    @key id:\n    @shareable:\n", "    name: String! @shareable\n")
        .contains("    weight: Int @external\n", "    sender: String!\n")
        .contains("    shipping: Int! @requires weight\n")
        .contains("    @type: [Parcel!]! @shareable @provides weight\n")
        .contains("    @type: String! @requires weight\n");
  }

  @Test
  void judgesByWhatARouterMakesOfIt() {
    Map<String, String> problems = new TreeMap<>();
    LockedModule module = federated(CompilerKind.JAVAC);
    module.write(PACKAGE, PARCEL, PARCELS);
    for (List<String> change :
        List.of(
            List.of("same", "", ""),
            List.of("- type shareable", "@ApiFederated(shareable = true)\npublic", "public"),
            List.of("- shareable", "@ApiFederated(shareable = true) String", "String"),
            List.of(
                "- external",
                "@ApiFederated(external = true) @Nullable Integer height",
                "@Nullable Integer height"),
            List.of("- provides", ", provides = \"weight\"", ""),
            List.of(
                "- requires", "@ApiFederated(requires = \"weight\")\n  public Map", "public Map"),
            List.of(
                "+ shareable", "String sender", "@ApiFederated(shareable = true) String sender"),
            List.of("+ external", "String sender", "@ApiFederated(external = true) String sender"),
            List.of("+ provides", "provides = \"weight\"", "provides = \"weight height\""),
            List.of(
                "+ requires",
                "@ApiFederated(requires = \"weight\")\n  public Map",
                "@ApiFederated(requires = \"weight height\")\n  public Map"),
            List.of(
                "+ field that requires",
                "public int shipping",
                "public int packing(int size) { return size; }\n"
                    + "  @ApiField @ApiFederated(requires = \"weight\") public int shipping"),
            List.of("type beside a directive", "String name", "@Nullable String name"))) {
      Compilation changed =
          module.compile(
              "read",
              PACKAGE,
              PARCEL.replace(change.get(1), change.get(2)),
              PARCELS.replace(change.get(1), change.get(2)));
      problems.put(change.get(0), problems(changed));
    }

    assertThat(problems)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("same", ""),
                Map.entry(
                    "- type shareable",
                    "object Parcel: @shareable is gone: other subgraphs that have it can no longer"
                        + " be composed."),
                Map.entry(
                    "- shareable",
                    "object Parcel: name was \"String! @shareable\" and is \"String!\": other"
                        + " subgraphs that have it can no longer be composed."),
                Map.entry(
                    "- external",
                    "object Parcel: height was \"Int @external\" and is \"Int\": the subgraph that"
                        + " answers it may not share it."),
                Map.entry(
                    "- provides",
                    "field Query.listParcels: @type was \"[Parcel!]! @shareable @provides weight\""
                        + " and is \"[Parcel!]! @shareable\": routers ask for it here until they"
                        + " are composed anew."),
                Map.entry("- requires", ""),
                Map.entry("+ shareable", ""),
                Map.entry(
                    "+ external",
                    "object Parcel: sender was \"String!\" and is \"String! @external\": it is no"
                        + " longer answered here."),
                Map.entry("+ provides", ""),
                Map.entry(
                    "+ requires",
                    "field Parcel.label: @type was \"String! @requires weight\" and is \"String!"
                        + " @requires weight @requires height\": routers do not send it until they"
                        + " are composed anew."),
                Map.entry("+ field that requires", ""),
                Map.entry(
                    "type beside a directive",
                    "object Parcel: name was \"String! @shareable\" and is \"String @shareable\":"
                        + " clients expect something else.")));
  }

  @ParameterizedTest
  @EnumSource
  void hasTheIdsOfNodes(CompilerKind kind) {
    LockedModule module = new LockedModule(directory, kind);
    assertThat(module.write(PACKAGE, NODE, NODES))
        .contains("  graphql object Book\n    bookId: ID!\n    id: ID! of bookId\n")
        .contains("  graphql entity Book.bookId\n");

    assertThat(problems(module.compile("read", PACKAGE, NODE, NODES))).isEmpty();
    assertThat(
            problems(
                module.compile(
                    "read",
                    PACKAGE,
                    NODE.replace("\"bookId\", \"isbn\"", "\"isbn\", \"bookId\""),
                    NODES)))
        .contains("object Book: id was \"ID! of bookId\" and is \"ID! of isbn\": clients expect")
        .contains("entity Book.bookId is gone: its objects are no longer found by this key.");
    String plain = NODE.replace(", node = true", "");
    String unfound = NODES.replace("@ApiEntity", "");
    assertThat(problems(module.compile("read", PACKAGE, plain, unfound)))
        .contains("object Book: id is gone", "entity Book.bookId is gone");
  }

  @Test
  void knowsTheIdOfANodeFromAPropertyThatWasCalledSo() {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    module.write(
        PACKAGE,
        NODE.replace(", node = true", "")
            .replace("@ApiName(graphql = \"bookId\") ", "")
            .replace("\"bookId\"", "\"id\""),
        NODES.replace("@ApiEntity", ""));

    assertThat(problems(module.compile("read", PACKAGE, NODE, NODES)))
        .isEqualTo(
            "object Book: id was \"ID!\" and is \"ID! of bookId\": clients expect something else.");
  }

  private LockedModule federated(CompilerKind kind) {
    return new LockedModule(directory, kind, "-Atriglot.graphql.federation=true");
  }

  /** What is said to break clients on GraphQL. */
  private static String problems(Compilation compilation) {
    return String.join(
        "\n",
        compilation.diagnostics().stream()
            .filter(each -> each.contains("[TriglotContractBroken]"))
            .flatMap(String::lines)
            .filter(line -> line.contains(" graphql ") && !line.contains("accept "))
            .map(line -> line.replaceFirst("^.*? graphql ", ""))
            .toList());
  }
}
