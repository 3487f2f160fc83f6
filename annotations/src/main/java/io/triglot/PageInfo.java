package io.triglot;

import java.util.Optional;

/**
 * What a GraphQL connection tells of a page (<a
 * href="https://relay.dev/graphql/connections.htm#sec-undefined.PageInfo">Relay's PageInfo</a>).
 *
 * @param hasNextPage whether there are elements behind it
 * @param hasPreviousPage whether there are elements in front of it
 * @param startCursor the place of its first element
 * @param endCursor the place of its last element
 */
@ApiFederated(shareable = true)
public record PageInfo(
    boolean hasNextPage,
    boolean hasPreviousPage,
    Optional<Cursor> startCursor,
    Optional<Cursor> endCursor) {}
