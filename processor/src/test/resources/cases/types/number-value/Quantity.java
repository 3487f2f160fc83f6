public record Quantity(@JsonValue int amount) {
  public Quantity {
    if (amount < 0) {
      throw new IllegalArgumentException("less than nothing");
    }
  }
}
