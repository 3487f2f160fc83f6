package io.triglot.example.users;

import io.triglot.ApiType;
import io.triglot.Patch;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a user changes about himself.
 *
 * @param name what others call him from now on
 * @param email where the shop writes to from now on
 */
@ApiType
public record UserPatch(
    Patch<@NotBlank @Size(max = 200) String> name, Patch<@Email @Size(max = 254) String> email) {

  User applyTo(User user) {
    return new User(
        user.id(),
        name.orElse(user.name()),
        email.isPresent() ? email.value() : user.email(),
        user.role(),
        user.createdAt(),
        user.version() + 1);
  }
}
