public record Couple<A, B>(A first, B second) {}
