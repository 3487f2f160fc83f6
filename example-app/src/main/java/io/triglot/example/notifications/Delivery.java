package io.triglot.example.notifications;

import io.triglot.ApiType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a user is to be told of, or to be forgotten.
 *
 * @param id what it is known by, so that it is delivered once
 * @param userId the user
 * @param news what has happened; absent where he is gone
 * @param createdAt when it has happened
 */
@ApiType
public record Delivery(String id, String userId, @Nullable News news, Instant createdAt) {}
