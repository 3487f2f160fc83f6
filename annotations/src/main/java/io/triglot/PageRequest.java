package io.triglot;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The part of a list that a caller asks for: the {@code first} elements {@code after} a place, or
 * the {@code last} ones {@code before} it.
 *
 * <p>A parameter of this type is its four components in the contracts: query parameters on REST,
 * arguments on GraphQL (<a href="https://relay.dev/graphql/connections.htm">Relay's cursor
 * connections</a>), and fields on gRPC, where the first two are {@code page_size} and {@code
 * page_token} (<a href="https://google.aip.dev/158">AIP-158</a>).
 *
 * @param first how many elements at most, in the order of the list; 0 is as good as none said
 * @param after the place behind which they are; where there is none they are the list's first
 * @param last how many at most, where the page is the end of the list or stands before a place
 * @param before the place in front of which they are; where there is none they are the list's last
 */
public record PageRequest(
    @ApiName(protobuf = "page_size") OptionalInt first,
    @ApiName(protobuf = "page_token") Optional<Cursor> after,
    OptionalInt last,
    Optional<Cursor> before) {

  /**
   * Refuses what makes no sense.
   *
   * @throws CallException INVALID_ARGUMENT if a number is negative, or both ways are asked for
   */
  public PageRequest {
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(before, "before");
    if (first.orElse(0) < 0 || last.orElse(0) < 0) {
      throw Failure.invalid("", "The size of a page must not be negative").asException();
    }
    if ((first.isPresent() || after.isPresent()) && (last.isPresent() || before.isPresent())) {
      throw Failure.invalid("", "A page is asked for either forwards or backwards").asException();
    }
  }

  /** The first page, of the usual size. */
  public static PageRequest firstPage() {
    return new PageRequest(
        OptionalInt.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty());
  }

  /** The first elements. */
  public static PageRequest first(int size) {
    return new PageRequest(
        OptionalInt.of(size), Optional.empty(), OptionalInt.empty(), Optional.empty());
  }

  /** The last elements. */
  public static PageRequest last(int size) {
    return new PageRequest(
        OptionalInt.empty(), Optional.empty(), OptionalInt.of(size), Optional.empty());
  }

  /** The same behind a place. */
  public PageRequest after(Cursor place) {
    return new PageRequest(first, Optional.of(place), last, before);
  }

  /** The same in front of a place. */
  public PageRequest before(Cursor place) {
    return new PageRequest(first, after, last, Optional.of(place));
  }

  /** Whether the page is the end of the list, or stands before a place. */
  public boolean isBackwards() {
    return last.isPresent() || before.isPresent();
  }

  /** The place next to which the page is, where it is not at an end of the list. */
  public Optional<Cursor> from() {
    return isBackwards() ? before : after;
  }

  /**
   * How many elements the page has at most. What is more than allowed is not refused but cut off,
   * as AIP-158 has it.
   *
   * @param usual where the caller does not say
   * @param most as many as are ever given
   */
  public int size(int usual, int most) {
    int asked = (isBackwards() ? last : first).orElse(0);
    return Math.min(asked == 0 ? usual : asked, most);
  }
}
