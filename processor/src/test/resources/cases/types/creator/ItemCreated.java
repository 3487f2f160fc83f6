public class ItemCreated {
  private final String name;
  private final @Nullable String note;

  private ItemCreated(String name, @Nullable String note) {
    this.name = name;
    this.note = note;
  }

  @JsonCreator
  public static ItemCreated make(
      @JsonProperty("name") String name, @JsonProperty("note") @Nullable String note) {
    return new ItemCreated(name, note);
  }

  public String getName() {
    return name;
  }

  public @Nullable String getNote() {
    return note;
  }
}
