public class ItemFields {
  public String name = "";
  public @Nullable String note;
}
