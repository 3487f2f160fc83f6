package io.triglot.example.users;

import io.triglot.ApiType;
import java.time.Instant;

/**
 * What signing in gives.
 *
 * @param token goes with each call, as {@code Authorization: Bearer …}
 * @param expiresAt until when it is good
 * @param user who has signed in
 */
@ApiType
public record SignedIn(String token, Instant expiresAt, User user) {}
