package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Constraints are checked on every protocol, and violations are named as the caller names it. */
class ValidationTest {
  private static final String[] SOURCES = {
    """
    @NullMarked
    package com.acme;

    import org.jspecify.annotations.NullMarked;
    """,
    """
    package com.acme;

    public sealed interface Payment {
      record Card(@jakarta.validation.constraints.Pattern(regexp = "[0-9]{4}") String last4)
          implements Payment {}

      record Cash(@jakarta.validation.constraints.Positive int amount) implements Payment {}
    }
    """,
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonProperty;
    import com.fasterxml.jackson.annotation.JsonUnwrapped;
    import com.fasterxml.jackson.annotation.JsonValue;
    import io.triglot.ApiName;
    import jakarta.validation.Valid;
    import jakarta.validation.constraints.Max;
    import jakarta.validation.constraints.Min;
    import jakarta.validation.constraints.NotBlank;
    import jakarta.validation.constraints.Positive;
    import jakarta.validation.constraints.Size;
    import java.util.List;
    import java.util.Map;
    import java.util.Optional;
    import java.util.Set;
    import java.util.SortedSet;

    public record Cart(
        @Size(max = 3) List<@Valid Line> lines,
        Map<@Size(max = 5) String, @Positive Integer> extras,
        @Valid @JsonUnwrapped(prefix = "ship_") Address address,
        @Valid Payment payment,
        Optional<@NotBlank String> note,
        Set<@NotBlank String> tags,
        List<List<@Min(0) Integer>> grid,
        @Valid Code code) {

      public record Line(
          @NotBlank @JsonProperty("art-no") @ApiName(graphql = "article") String number,
          @Min(1) @Max(100) int quantity) {}

      public record Address(@Size(min = 2) String city) {}

      public record Code(@JsonValue @Size(max = 4) String text) {}
    }
    """,
    """
    package com.acme;

    import io.triglot.ApiField;
    import io.triglot.ApiOperation;
    import io.triglot.runtime.CallContext;
    import jakarta.validation.Valid;
    import jakarta.validation.constraints.Min;
    import jakarta.validation.constraints.NotBlank;
    import java.util.List;

    public class Desk implements Priced {
      @ApiOperation("POST /carts")
      public int place(@Valid Cart cart) {
        return cart.lines().size();
      }

      @ApiOperation("GET /carts/{id}")
      public String cart(
          CallContext context, @NotBlank String id, @Min(1) int page, List<@NotBlank String> tags) {
        return id;
      }

      /** No other method has the name of the operation. */
      @ApiOperation(name = "discount", value = "POST /discounts")
      public int give(int percent) {
        return percent;
      }

      @ApiOperation("POST /discounts/by-name")
      public int give(String name, @Min(1) int percent) {
        return percent;
      }

      @Override
      @ApiOperation("POST /prices")
      public int price(@ApiField(name = "amount") int cents) {
        return cents;
      }

      @Override
      public String currency() {
        return "EUR";
      }

      @ApiOperation("POST /bounds")
      @Ordered
      public int setBounds(int low, int high) {
        return high - low;
      }
    }
    """,
    """
    package com.acme;

    public interface Priced {
      int price(@jakarta.validation.constraints.PositiveOrZero int cents);

      String currency();
    }
    """,
    """
    package com.acme;

    import jakarta.validation.Constraint;
    import jakarta.validation.ConstraintValidator;
    import jakarta.validation.ConstraintValidatorContext;
    import jakarta.validation.Payload;
    import jakarta.validation.constraintvalidation.SupportedValidationTarget;
    import jakarta.validation.constraintvalidation.ValidationTarget;
    import java.lang.annotation.ElementType;
    import java.lang.annotation.Retention;
    import java.lang.annotation.RetentionPolicy;
    import java.lang.annotation.Target;

    @Constraint(validatedBy = Ordered.Check.class)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Ordered {
      String message() default "low must not be above high";

      Class<?>[] groups() default {};

      Class<? extends Payload>[] payload() default {};

      @SupportedValidationTarget(ValidationTarget.PARAMETERS)
      class Check implements ConstraintValidator<Ordered, Object[]> {
        @Override
        public boolean isValid(Object[] arguments, ConstraintValidatorContext context) {
          return (int) arguments[0] <= (int) arguments[1];
        }
      }
    }
    """
  };

  @RegisterExtension
  static final CompiledService SERVICE = new CompiledService("com.acme.Desk", SOURCES);

  private static final String CART =
      """
      {"lines": [{"art-no": "a", "quantity": 1}, {"art-no": " ", "quantity": 0}],
       "extras": {"a": 1, "b": 0, "lengthy": 1},
       %s
       "payment": %s,
       "note": " ", "tags": ["x", ""], "grid": [[1], [2, -1]], "code": "12345"}
      """;

  @Test
  void restNamesThePropertiesOfJson() {
    Violations violations =
        Violations.rest(
            SERVICE,
            "POST",
            "/carts",
            CART.formatted("\"ship_city\": \"x\",", "{\"type\": \"Card\", \"last4\": \"12\"}"));

    assertThat(violations.code()).isEqualTo("INVALID_ARGUMENT");
    assertThat(violations.told())
        .containsExactlyInAnyOrder(
            "cart.lines[1].art-no: must not be blank",
            "cart.lines[1].quantity: must be greater than or equal to 1",
            "cart.extras.b: must be greater than 0",
            "cart.extras.lengthy: size must be between 0 and 5",
            "cart.ship_city: size must be between 2 and 2147483647",
            "cart.payment.last4: must match \"[0-9]{4}\"",
            "cart.note: must not be blank",
            "cart.tags[1]: must not be blank",
            "cart.grid[1][1]: must be greater than or equal to 0",
            "cart.code: size must be between 0 and 4");
  }

  @Test
  void graphQlNamesTheFieldsOfTheSchema() {
    Violations violations =
        Violations.graphQl(
            SERVICE,
            "mutation ($cart: CartInput!) { place(cart: $cart) }",
            Map.of(
                "cart",
                Map.of(
                    "lines",
                    List.of(
                        Map.of("article", "a", "quantity", 1),
                        Map.of("article", " ", "quantity", 0)),
                    "extras",
                    List.of(
                        Map.of("key", "a", "value", 1),
                        Map.of("key", "b", "value", 0),
                        Map.of("key", "lengthy", "value", 1)),
                    "address",
                    Map.of("city", "x"),
                    "payment",
                    Map.of("card", Map.of("last4", "12")),
                    "note",
                    " ",
                    "tags",
                    List.of("x", ""),
                    "grid",
                    List.of(List.of(1), List.of(2, -1)),
                    "code",
                    "12345")));

    assertThat(violations.code()).isEqualTo("INVALID_ARGUMENT");
    assertThat(violations.told())
        .containsExactlyInAnyOrder(
            "cart.lines[1].article: must not be blank",
            "cart.lines[1].quantity: must be greater than or equal to 1",
            "cart.extras[1].value: must be greater than 0",
            "cart.extras[2].key: size must be between 0 and 5",
            "cart.address.city: size must be between 2 and 2147483647",
            "cart.payment.card.last4: must match \"[0-9]{4}\"",
            "cart.note: must not be blank",
            "cart.tags[1]: must not be blank",
            "cart.grid[1][1]: must be greater than or equal to 0",
            "cart.code: size must be between 0 and 4");
  }

  @Test
  void grpcNamesTheFieldsAsItsJsonDoes() {
    String request =
        "{\"cart\": "
            + CART.formatted("\"address\": {\"city\": \"x\"},", "{\"card\": {\"last4\": \"12\"}}")
                .replace("[[1], [2, -1]]", "[{\"values\": [1]}, {\"values\": [2, -1]}]")
            + "}";

    Violations violations = Violations.grpc(SERVICE, "Place", request);

    assertThat(violations.code()).isEqualTo("INVALID_ARGUMENT");
    assertThat(violations.told())
        .containsExactlyInAnyOrder(
            "cart.lines[1].art-no: must not be blank",
            "cart.lines[1].quantity: must be greater than or equal to 1",
            "cart.extras.b: must be greater than 0",
            "cart.extras.lengthy: size must be between 0 and 5",
            "cart.address.city: size must be between 2 and 2147483647",
            "cart.payment.card.last4: must match \"[0-9]{4}\"",
            "cart.note: must not be blank",
            "cart.tags[1]: must not be blank",
            "cart.grid[1][1]: must be greater than or equal to 0",
            "cart.code: size must be between 0 and 4");
  }

  @Test
  void namesArgumentsByThemselves() {
    assertThat(Violations.rest(SERVICE, "GET", "/carts/%20?page=0&tags=a&tags=", "").told())
        .containsExactly(
            "id: must not be blank",
            "page: must be greater than or equal to 1",
            "tags[1]: must not be blank");
    assertThat(
            Violations.graphQl(
                    SERVICE, "{ cart(id: \" \", page: 0, tags: [\"a\", \"\"]) }", Map.of())
                .told())
        .containsExactly(
            "id: must not be blank",
            "page: must be greater than or equal to 1",
            "tags[1]: must not be blank");
    assertThat(Violations.grpc(SERVICE, "Cart", "{\"id\": \" \", \"tags\": [\"a\", \"\"]}").told())
        .containsExactly(
            "id: must not be blank",
            "page: must be greater than or equal to 1",
            "tags[1]: must not be blank");
  }

  @Test
  void checksTheConstraintsOfInterfaces() {
    assertThat(Violations.rest(SERVICE, "POST", "/prices", "{\"amount\": -1}").told())
        .containsExactly("amount: must be greater than or equal to 0");
    assertThat(Violations.graphQl(SERVICE, "mutation { price(amount: -1) }", Map.of()).told())
        .containsExactly("amount: must be greater than or equal to 0");
    assertThat(Violations.grpc(SERVICE, "Price", "{\"amount\": -1}").told())
        .containsExactly("amount: must be greater than or equal to 0");
  }

  @Test
  void checksTheRightOneOfSeveralMethods() {
    JsonNode unconstrained = SERVICE.rest("POST", "/discounts", "{\"percent\": 0}");
    assertThat(unconstrained.asInt(-1)).isZero();
    assertThat(
            Violations.rest(
                    SERVICE, "POST", "/discounts/by-name", "{\"name\": \"x\", \"percent\": 0}")
                .told())
        .containsExactly("percent: must be greater than or equal to 1");
  }

  @Test
  void aConstraintAcrossArgumentsIsAboutTheRequestAsAWhole() {
    assertThat(Violations.rest(SERVICE, "POST", "/bounds", "{\"low\": 2, \"high\": 1}").told())
        .containsExactly(": low must not be above high");
    assertThat(
            Violations.graphQl(SERVICE, "mutation { setBounds(low: 2, high: 1) }", Map.of()).told())
        .containsExactly(": low must not be above high");
    assertThat(Violations.grpc(SERVICE, "SetBounds", "{\"low\": 2, \"high\": 1}").told())
        .containsExactly(": low must not be above high");
  }

  @Test
  void whatIsValidPasses() {
    JsonNode placed =
        SERVICE.rest(
            "POST",
            "/carts",
            """
            {"lines": [], "extras": {}, "ship_city": "Rome",
             "payment": {"type": "Cash", "amount": 1}, "note": "x", "tags": [], "grid": [], "code": "1"}
            """);

    assertThat(placed).hasToString("0");
  }
}
