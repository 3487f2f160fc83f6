public final class Sku {
  private final String text;

  private Sku(String text) {
    this.text = text;
  }

  @JsonCreator
  public static Sku of(String text) {
    if (!text.matches("[A-Z]-[0-9]")) {
      throw new IllegalArgumentException(text);
    }
    return new Sku(text);
  }

  @Override
  @JsonValue
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sku sku && sku.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
