public record Husband(@Nullable Wife wife) {}
