package io.triglot.example.notifications;

import io.triglot.ApiField;
import io.triglot.ApiType;
import java.time.Instant;

/**
 * News, as a user is told of it.
 *
 * @param number the how-many-th notification of the user this is
 * @param news what has happened
 * @param createdAt when it has happened
 * @param seen whether the user has marked it as read
 */
@ApiType
public record Notification(
    @ApiField(eventId = true) long number, News news, Instant createdAt, boolean seen) {}
