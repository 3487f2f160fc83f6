package io.triglot;

import io.triglot.runtime.GivenValue;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says of one property of a thing that is to change: nothing, a new value, or, where
 * the type allows it, null. It is the type of properties of what callers send:
 *
 * <pre>{@code
 * public record ProductPatch(Patch<String> name, Patch<@Nullable String> remark) {}
 * }</pre>
 *
 * <p>On REST that is a JSON merge patch; GraphQL keeps apart what is left out and what is null; on
 * gRPC {@code update_mask} names what has no value and is meant all the same. Null where the type
 * does not allow it is refused.
 *
 * <p>Immutable; thread-safe if the value is.
 *
 * @param <T> the type of the property, {@code @Nullable} if callers may set it to null
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396, JSON Merge Patch</a>
 * @see <a href="https://google.aip.dev/134">AIP-134, Update</a>
 */
public final class Patch<T extends @Nullable Object> implements GivenValue<T> {
  @SuppressWarnings("NullAway") // the value of what is absent is never handed out
  private static final Patch<?> ABSENT = new Patch<>(false, null);

  private final boolean present;
  private final T value;

  private Patch(boolean present, T value) {
    this.present = present;
    this.value = value;
  }

  /** The property stays as it is. */
  @SuppressWarnings("unchecked") // it has no value of any type
  public static <T extends @Nullable Object> Patch<T> absent() {
    return (Patch<T>) ABSENT;
  }

  /** The property becomes this. */
  public static <T extends @Nullable Object> Patch<T> of(T value) {
    return new Patch<>(true, value);
  }

  /** Whether the property is to change, be it to null. */
  @Override
  public boolean isPresent() {
    return present;
  }

  /**
   * What the property is to become, which may be null where the type says so.
   *
   * @throws NoSuchElementException when it stays as it is
   */
  public T value() {
    if (!present) {
      throw new NoSuchElementException("The patch says nothing of this property");
    }
    return value;
  }

  /** What the property is afterwards, if it is {@code current} now. */
  @Override
  public T orElse(T current) {
    return present ? value : current;
  }

  /**
   * What the property is afterwards, if it is {@code current} now and a patch of it says what
   * changes inside of it: {@code patch.address().apply(address, AddressPatch::applyTo)}.
   *
   * @param change makes the new value of what is given, which may be null where the type says so,
   *     and of the current one
   */
  public <S extends @Nullable Object> S apply(S current, Change<? super T, S> change) {
    return present ? change.apply(value, current) : current;
  }

  /** What is given, as another type; null stays null. */
  @SuppressWarnings("NullAway") // null comes out only where it goes in
  public <U extends @Nullable Object> Patch<U> map(Function<? super T, ? extends U> mapping) {
    return present ? of(value == null ? null : mapping.apply(value)) : absent();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Patch<?> patch
        && patch.present == present
        && Objects.equals(patch.value, value);
  }

  @Override
  public int hashCode() {
    return present ? Objects.hashCode(value) : -1;
  }

  @Override
  public String toString() {
    return present ? "Patch[" + value + "]" : "Patch.absent";
  }

  /**
   * Makes the new value of a property.
   *
   * @param <T> what the patch gives
   * @param <S> the type of the property
   */
  @FunctionalInterface
  public interface Change<T extends @Nullable Object, S extends @Nullable Object> {
    /** What becomes of the current value. */
    S apply(T given, S current);
  }
}
