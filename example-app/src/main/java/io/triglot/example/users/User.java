package io.triglot.example.users;

import io.triglot.ApiField;
import io.triglot.ApiType;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who uses the shop.
 *
 * @param id what he signs in as
 * @param name what others call him
 * @param email where the shop writes to
 * @param role what he may do
 * @param createdAt when he signed up
 * @param version how often any of this has been changed
 */
@ApiType
public record User(
    String id,
    String name,
    @RolesAllowed("admin") @Nullable String email,
    Role role,
    Instant createdAt,
    @ApiField(version = true) long version) {}
