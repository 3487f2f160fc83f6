public class ItemMade {
  private final String name;
  private final @Nullable String note;

  public ItemMade(@JsonProperty("name") String name, @JsonProperty("note") @Nullable String note) {
    this.name = name;
    this.note = note;
  }

  public String getName() {
    return name;
  }

  public @Nullable String getNote() {
    return note;
  }
}
