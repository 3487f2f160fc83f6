package io.triglot;

import io.triglot.runtime.Protocol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A part of a list, and where the parts beside it are.
 *
 * <p>On REST it is an object with {@code items}, {@code next}, {@code previous} and {@code total},
 * and the header {@code Link} (RFC 8288) has the URIs of the pages beside it; on GraphQL a
 * connection with edges (<a href="https://relay.dev/graphql/connections.htm">Relay</a>); on gRPC a
 * response with {@code next_page_token} (<a href="https://google.aip.dev/158">AIP-158</a>).
 *
 * <p>Immutable and thread-safe, if its elements are.
 *
 * @param items in the order of the list, whichever way they were asked for
 * @param next to be asked for {@code after}, where there are elements behind the page
 * @param previous to be asked for {@code before}, where there are elements in front of it
 * @param total how many elements the whole list has, where that is told
 * @param cursors the places of the items, in their order; empty where they are not known, because
 *     the page came from another server
 */
@ApiFederated(shareable = true)
@ApiName(graphql = "*Connection")
public record Page<T>(
    @ApiName(graphql = "nodes") List<T> items,
    @ApiField(protocols = {Protocol.REST, Protocol.GRPC}) @ApiName(protobuf = "next_page_token")
        Optional<Cursor> next,
    @ApiField(protocols = {Protocol.REST, Protocol.GRPC}) @ApiName(protobuf = "previous_page_token")
        Optional<Cursor> previous,
    @ApiName(graphql = "totalCount", protobuf = "total_size") OptionalLong total,
    @ApiField(ignore = true) List<Cursor> cursors) {

  /** Takes copies of the lists. */
  public Page {
    items = List.copyOf(items);
    next = Objects.requireNonNullElse(next, Optional.empty());
    previous = Objects.requireNonNullElse(previous, Optional.empty());
    total = Objects.requireNonNullElse(total, OptionalLong.empty());
    cursors = cursors == null ? List.of() : List.copyOf(cursors);
  }

  /**
   * The page that was asked for.
   *
   * @param size as it was {@linkplain PageRequest#size decided}
   * @param found up to {@code size + 1} elements, as many as there are from the place that was
   *     asked for on, in the direction that was asked for: backwards the nearest one comes first
   * @param cursor the place of an element
   */
  public static <T> Page<T> of(
      PageRequest request, int size, List<T> found, Function<? super T, Cursor> cursor) {
    boolean more = found.size() > size;
    List<T> items = new ArrayList<>(more ? found.subList(0, size) : found);
    if (request.isBackwards()) {
      Collections.reverse(items);
    }
    boolean hasNext = request.isBackwards() ? request.before().isPresent() : more;
    boolean hasPrevious = request.isBackwards() ? more : request.after().isPresent();
    List<Cursor> cursors = items.stream().<Cursor>map(cursor).toList();
    return new Page<>(
        items,
        hasNext && !items.isEmpty()
            ? Optional.of(cursors.get(cursors.size() - 1))
            : Optional.empty(),
        hasPrevious && !items.isEmpty() ? Optional.of(cursors.get(0)) : Optional.empty(),
        OptionalLong.empty(),
        cursors);
  }

  /** The same page of a list that has so many elements. */
  public Page<T> withTotal(long elements) {
    return new Page<>(items, next, previous, OptionalLong.of(elements), cursors);
  }

  /** The same page of other elements, at the places of these. */
  public <R> Page<R> map(Function<? super T, ? extends R> function) {
    return new Page<>(items.stream().<R>map(function).toList(), next, previous, total, cursors);
  }

  /** The elements with their places. */
  @ApiField(protocols = Protocol.GRAPHQL)
  public List<Edge<T>> edges() {
    List<Edge<T>> edges = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      edges.add(new Edge<>(items.get(i), place(i)));
    }
    return edges;
  }

  /** Where the page is in the list. */
  @ApiField(protocols = Protocol.GRAPHQL)
  public PageInfo pageInfo() {
    return new PageInfo(
        next.isPresent(),
        previous.isPresent(),
        items.isEmpty() ? Optional.empty() : place(0),
        items.isEmpty() ? Optional.empty() : place(items.size() - 1));
  }

  private Optional<Cursor> place(int index) {
    if (!cursors.isEmpty()) {
      return Optional.of(cursors.get(index));
    }
    Optional<Cursor> atStart = index == 0 ? previous : Optional.empty();
    return index == items.size() - 1 ? next.or(() -> atStart) : atStart;
  }

  /**
   * An element of a page.
   *
   * @param node the element
   * @param cursor its place in the list, where that is known
   */
  @ApiFederated(shareable = true)
  public record Edge<T>(T node, Optional<Cursor> cursor) {}
}
