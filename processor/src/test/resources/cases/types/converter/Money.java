@ApiType(converter = MoneyConverter.class)
public record Money(String currency, BigDecimal amount) {}
