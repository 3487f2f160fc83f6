public record CardPayment(String holder, @JsonUnwrapped CardDetails details) implements Payment {}
