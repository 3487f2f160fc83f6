@JsonInclude(JsonInclude.Include.NON_NULL)
public record CashPayment(LocalDate paid, @Nullable String currency) implements Payment {}
