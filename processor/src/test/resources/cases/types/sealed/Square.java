public record Square(int side, @Nullable String label) implements Shape {}
