public record CardDetails(String number, int year) {}
