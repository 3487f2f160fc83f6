package io.triglot.example.posts;

import io.triglot.ApiType;
import java.time.Instant;

/**
 * What somebody says about a post.
 *
 * @param id the comment's id
 * @param postId what it is about
 * @param authorId who wrote it
 * @param text what it says
 * @param createdAt when it was written
 */
@ApiType
public record Comment(String id, String postId, String authorId, String text, Instant createdAt) {}
