package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a method returns is checked too, in each form of result; and groups are heeded. */
class ValidatedResultsTest {
  private static final String[] SOURCES = {
    """
    @NullMarked
    package com.acme;

    import org.jspecify.annotations.NullMarked;
    """,
    """
    package com.acme;

    import io.smallrye.mutiny.Uni;
    import io.triglot.ApiBatch;
    import io.triglot.ApiOperation;
    import jakarta.validation.Valid;
    import jakarta.validation.constraints.Max;
    import jakarta.validation.constraints.Min;
    import jakarta.validation.constraints.NotNull;
    import jakarta.validation.constraints.Null;
    import jakarta.validation.groups.ConvertGroup;
    import jakarta.validation.groups.Default;
    import java.util.List;
    import java.util.Optional;
    import java.util.concurrent.CancellationException;
    import java.util.concurrent.CompletableFuture;
    import java.util.concurrent.CompletionStage;
    import org.jspecify.annotations.Nullable;
    import reactor.core.publisher.Mono;

    public class Stock {
      private final CompletableFuture<Item> never = new CompletableFuture<>();

      public record Item(@Max(9) int count) {}

      public interface Creation {}

      public record Form(
          @Null(groups = Creation.class) @Nullable String key,
          @NotNull(groups = Default.class) @Min(1) int count) {}

      @ApiOperation("GET /value")
      @Max(9)
      public int value(int n) {
        return n;
      }

      @ApiOperation("GET /object")
      @Valid
      public Item object(int n) {
        return new Item(n);
      }

      @ApiOperation("GET /later")
      public CompletionStage<@Valid Item> later(int n) {
        return CompletableFuture.supplyAsync(() -> new Item(n));
      }

      @ApiOperation("GET /mono")
      public Mono<@Valid Item> mono(int n) {
        return Mono.fromSupplier(() -> new Item(n));
      }

      @ApiOperation("GET /uni")
      public Uni<@Valid Item> uni(int n) {
        return Uni.createFrom().item(() -> new Item(n));
      }

      @ApiOperation("GET /monos")
      public Mono<List<@Valid Item>> monos(int n) {
        return Mono.just(List.of(new Item(1), new Item(n)));
      }

      @ApiOperation(value = "GET /never", timeoutMillis = 50)
      public CompletionStage<@Valid Item> never() {
        return never;
      }

      @ApiOperation("GET /end-of-never")
      public CompletionStage<Boolean> endOfNever() {
        return never.handle((item, failure) -> failure instanceof CancellationException);
      }

      @ApiOperation("GET /elements")
      public int size(List<@Max(9) Integer> counts) {
        return counts.size();
      }

      @ApiBatch
      public List<@Max(9) Integer> twice(List<Item> items) {
        return items.stream().map(item -> 2 * item.count()).toList();
      }

      @ApiOperation(value = "POST /created", groups = Creation.class)
      public int create(@Valid Form form) {
        return form.count();
      }

      @ApiOperation("POST /converted")
      public int convert(@Valid @ConvertGroup(to = Creation.class) Form form) {
        return form.count();
      }

      @ApiOperation("POST /plain")
      public int send(@Valid Form form) {
        return form.count();
      }
    }
    """
  };

  @RegisterExtension
  static final CompiledService SERVICE = new CompiledService("com.acme.Stock", SOURCES);

  @ParameterizedTest
  @ValueSource(strings = {"value", "object", "later", "mono", "uni", "monos"})
  void anInvalidResultIsAnErrorOfTheServer(String operation) {
    String fields = operation.equals("value") ? "" : " { count }";

    Violations rest = Violations.rest(SERVICE, "GET", "/" + operation + "?n=10", "");
    Violations graphQl =
        Violations.graphQl(SERVICE, "{ " + operation + "(n: 10)" + fields + " }", Map.of());
    String rpc = operation.substring(0, 1).toUpperCase(Locale.ROOT) + operation.substring(1);
    Violations grpc = Violations.grpc(SERVICE, rpc, "{\"n\": 10}");

    assertThat(rest.code()).isEqualTo("INTERNAL");
    assertThat(graphQl.code()).isEqualTo("INTERNAL");
    assertThat(grpc.code()).isEqualTo("INTERNAL");
    assertThat(rest.told()).isEmpty();
    assertThat(graphQl.told()).isEmpty();
    assertThat(grpc.told()).isEmpty();
  }

  @Test
  void aStageThatIsNotWaitedForAnyLongerIsCancelled() {
    assertThat(Violations.rest(SERVICE, "GET", "/never", "").code()).isEqualTo("DEADLINE_EXCEEDED");
    assertThat(SERVICE.rest("GET", "/end-of-never", "").asBoolean()).isTrue();
  }

  @Test
  void aValidResultIsAnswered() {
    for (String operation : List.of("later", "mono", "uni")) {
      assertThat(SERVICE.rest("GET", "/" + operation + "?n=9", "").path("count").asInt())
          .as(operation)
          .isEqualTo(9);
    }
    assertThat(SERVICE.graphQl("{ object(n: 4) { count twice } }", Map.of()).path("twice").asInt())
        .isEqualTo(8);
  }

  @Test
  void anInvalidValueOfABatchIsAnErrorOfTheServer() {
    Violations violations =
        Violations.graphQl(SERVICE, "{ object(n: 5) { count twice } }", Map.of());

    assertThat(violations.code()).isEqualTo("INTERNAL");
  }

  @Test
  void checksElementsWhereNothingElseHasAConstraint() {
    assertThat(Violations.rest(SERVICE, "GET", "/elements?counts=1&counts=10", "").told())
        .containsExactly("counts[1]: must be less than or equal to 9");
  }

  @Test
  void theGroupsOfTheOperationAreThoseThatCount() {
    String keyed = "{\"key\": \"x\", \"count\": 0}";

    assertThat(Violations.rest(SERVICE, "POST", "/created", keyed).told())
        .containsExactly("form.key: must be null");
    assertThat(Violations.rest(SERVICE, "POST", "/converted", keyed).told())
        .containsExactly("form.key: must be null");
    assertThat(Violations.rest(SERVICE, "POST", "/plain", keyed).told())
        .containsExactly("form.count: must be greater than or equal to 1");
    assertThat(Violations.grpc(SERVICE, "Create", "{\"form\": " + keyed + "}").told())
        .containsExactly("form.key: must be null");
  }
}
