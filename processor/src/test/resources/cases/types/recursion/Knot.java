public record Knot(String name, @Nullable Knot next, List<Knot> all) {}
