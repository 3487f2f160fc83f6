public record Item(String name, @Nullable String note) {}
