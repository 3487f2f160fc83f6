package io.triglot;

/**
 * Brings values of a type that has no form of its own in the contracts into one that has, and back.
 *
 * <p>Named by {@link ApiType#converter()} or {@link ApiField#converter()}. The class is public,
 * with a public constructor without parameters; generated code makes one instance and calls it from
 * any thread. Neither method receives null.
 *
 * <pre>{@code
 * public class MoneyConverter implements ApiConverter<Money, String> {
 *   public String toApi(Money money) { return money.currency() + " " + money.amount(); }
 *   public Money fromApi(String text) { return Money.parse(text); }
 * }
 * }</pre>
 *
 * @param <T> the type in Java
 * @param <W> the type that its values travel as: a scalar, an enum, a record, a list, …
 */
public interface ApiConverter<T, W> {
  /** The value as it travels. */
  W toApi(T value);

  /**
   * The value of what a caller sent.
   *
   * @throws IllegalArgumentException if there is none; the caller is told that the value is invalid
   *     and where it stands, but not the message
   */
  T fromApi(W value);
}
