public record Wife(@Nullable Husband husband) {}
