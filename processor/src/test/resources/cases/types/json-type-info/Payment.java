@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CardPayment.class, name = "card"),
  @JsonSubTypes.Type(value = CashPayment.class, name = "cash")
})
public interface Payment {}
