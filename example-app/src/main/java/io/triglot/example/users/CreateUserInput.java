package io.triglot.example.users;

import io.triglot.ApiType;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Who wants to use the shop.
 *
 * @param id what he will sign in as
 * @param name what others will call him
 * @param email where the shop writes to
 * @param password what nobody else knows
 */
@ApiType
public record CreateUserInput(
    @Pattern(regexp = "[a-z][a-z0-9-]{0,35}") String id,
    @NotBlank @Size(max = 200) String name,
    @Email @Size(max = 254) String email,
    @Size(min = 8, max = 200) String password) {

  /** Without the password, for logs. */
  @Override
  public String toString() {
    return "CreateUserInput[id=" + id + ", name=" + name + ", email=" + email + "]";
  }
}
