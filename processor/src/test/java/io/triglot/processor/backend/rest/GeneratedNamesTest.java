package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.runtime.Api;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import io.triglot.runtime.rest.RestEndpoint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever users call their things, and whatever they deprecate, generated code compiles. */
class GeneratedNamesTest {
  private static final String TYPES =
      """
      package com.acme.types;

      import java.util.*;
      import org.jspecify.annotations.*;

      @NullMarked
      public class Outer {
        public record Order(
            String json, int each, String in, String out, String value, String order,
            List<Map<String, Set<List<Integer>>>> deep, @Nullable Order self) {}

        /** A bean with a property that is a keyword, and one that nobody sets. */
        public static class Switch {
          private boolean on;
          private Optional<String> value = Optional.of("kept");

          public boolean isDefault() { return on; }
          public void setDefault(boolean on) { this.on = on; }
          public Optional<String> getValue() { return value; }
          public void setValue(Optional<String> value) { this.value = value; }
          public int getIn() { return 1; }
        }

        @Deprecated
        public record Old(@Deprecated String name, Age age) {}

        @Deprecated
        public enum Age { VERY }

        /** What nothing can read. */
        public static final class Sealed {
          private Sealed() {}
          public String getText() { return "sealed"; }
          public static Sealed of() { return new Sealed(); }
        }

        public record Envelope(Sealed content) {}
      }
      """;

  private static final String SERVICE =
      """
      package com.acme.api;

      import com.acme.types.Outer.*;
      import io.triglot.*;
      import io.triglot.runtime.*;
      import java.util.*;
      import java.util.concurrent.*;
      import org.jspecify.annotations.*;

      @NullMarked
      public final class Shop {
        @ApiService(protocols = Protocol.REST)
        public static class Service {
          @ApiOperation("POST /names/{request}/{result}")
          public String sendNames(
              String call, int request, List<String> service, String calls, String body,
              boolean result, String json, String each, boolean notify, String wait, int hashCode,
              CallContext context) {
            return call + request + service + calls + body + result + json + each + notify + wait
                + hashCode + context.protocol();
          }

          @ApiOperation
          public Order getOrder(String in, String value, Set<Integer> out1) {
            return new Order(in, 1, in, in, value, in, List.of(Map.of("a", Set.of(List.of(1)))), null);
          }

          @ApiOperation
          public Order updateOrder(String id, Order order) {
            return order;
          }

          @ApiOperation("POST /switches")
          public List<Switch> sendSwitches(List<Switch> switches) {
            return switches;
          }

          @Deprecated
          @ApiOperation
          @SuppressWarnings("deprecation")
          public CompletionStage<Old> findOld(Optional<Age> age) {
            return CompletableFuture.completedFuture(new Old("x", age.orElse(Age.VERY)));
          }

          @ApiOperation
          public void removeRoutes() {}

          @ApiOperation
          public Envelope getEnvelope() {
            return new Envelope(Sealed.of());
          }
        }
      }
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void compilesAndServesWhateverTheNames(CompilerKind kind) throws ReflectiveOperationException {
    Compilation compilation = kind.in(directory).compile(TYPES, SERVICE).requireSuccess();
    Object service = compilation.load("com.acme.api.Shop$Service").getConstructor().newInstance();
    RestEndpoint endpoint = RestEndpoint.of(Api.of(service));

    assertThat(
            answer(
                endpoint,
                "POST",
                "/names/1/true",
                "{\"call\":\"a\",\"service\":[\"b\"],\"calls\":\"c\",\"body\":\"d\",\"json\":\"e\","
                    + "\"each\":\"f\",\"notify\":false,\"wait\":\"g\",\"hashCode\":2}"))
        .isEqualTo("\"a1[b]cdtrueeffalseg2REST\"");
    String order = answer(endpoint, "GET", "/order?in=i&value=v", "");
    assertThat(order).contains("\"deep\":[{\"a\":[[1]]}],\"self\":null");
    assertThat(answer(endpoint, "PUT", "/orders/7", order)).isEqualTo(order);
    assertThat(
            answer(endpoint, "POST", "/switches", "{\"switches\":[{\"default\":true,\"in\":5}]}"))
        .isEqualTo("[{\"value\":\"kept\",\"default\":true,\"in\":1}]");
    assertThat(answer(endpoint, "GET", "/old?age=VERY", ""))
        .isEqualTo("{\"name\":\"x\",\"age\":\"VERY\"}");
    assertThat(answer(endpoint, "GET", "/envelope", ""))
        .isEqualTo("{\"content\":{\"text\":\"sealed\"}}");
  }

  private static String answer(RestEndpoint endpoint, String method, String target, String body) {
    HttpResponse response =
        endpoint.accept(new Request(method, target, body)).respond().toCompletableFuture().join();
    return new String(((HttpResponse.Body.Whole) response.body()).bytes(), StandardCharsets.UTF_8);
  }

  private record Request(String method, String target, String text) implements HttpRequest {
    @Override
    public String path() {
      return target.split("\\?")[0];
    }

    @Override
    public String query() {
      return target.contains("?") ? target.split("\\?")[1] : "";
    }

    @Override
    public List<String> headers(String name) {
      return List.of();
    }

    @Override
    public byte[] body() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
