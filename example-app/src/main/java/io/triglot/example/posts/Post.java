package io.triglot.example.posts;

import io.triglot.ApiType;
import java.time.Instant;

/**
 * What a user tells the others.
 *
 * @param id the post's id
 * @param authorId who wrote it
 * @param text what it says
 * @param createdAt when it was written
 */
@ApiType
public record Post(String id, String authorId, String text, Instant createdAt) {}
