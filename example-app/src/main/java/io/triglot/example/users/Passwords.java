package io.triglot.example.users;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/** Passwords are kept as salted hashes, which take long to guess: Argon2id (RFC 9106). */
final class Passwords {
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  private Passwords() {}

  static String hash(String password) {
    return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
  }

  /** Whether it is the password of the hash; of an empty one it never is. */
  static boolean matches(String password, String hash) {
    if (hash.isEmpty()) {
      hash(password); // so that one cannot tell by the time
      return false;
    }
    return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }
}
