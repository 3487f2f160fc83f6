public class ItemBuilt {
  private final String name;
  private final @Nullable String note;

  private ItemBuilt(Builder builder) {
    name = builder.name;
    note = builder.note;
  }

  public static Builder builder() {
    return new Builder();
  }

  public String name() {
    return name;
  }

  public @Nullable String note() {
    return note;
  }

  public static class Builder {
    private String name = "";
    private @Nullable String note;

    private Builder() {}

    public Builder name(String name) {
      this.name = name;
      return this;
    }

    public Builder note(@Nullable String note) {
      this.note = note;
      return this;
    }

    public ItemBuilt build() {
      return new ItemBuilt(this);
    }
  }
}
