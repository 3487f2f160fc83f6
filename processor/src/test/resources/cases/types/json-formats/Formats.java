public record Formats(
    @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "dd.MM.yyyy") LocalDate day,
    @JsonFormat(shape = JsonFormat.Shape.NUMBER) Duration at,
    @JsonFormat(shape = JsonFormat.Shape.STRING) int count) {}
