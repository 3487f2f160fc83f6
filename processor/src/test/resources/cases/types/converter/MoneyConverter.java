public class MoneyConverter implements ApiConverter<Money, String> {
  @Override
  public String toApi(Money money) {
    return money.currency() + " " + money.amount();
  }

  @Override
  public Money fromApi(String text) {
    return new Money(text.substring(0, 3), new BigDecimal(text.substring(4)));
  }
}
