package io.triglot.example.users;

import io.triglot.ApiBatch;
import io.triglot.ApiOperation;
import io.triglot.ExpectedVersion;
import io.triglot.Page;
import io.triglot.PageRequest;
import io.triglot.example.notifications.News.NewFollower;
import io.triglot.example.notifications.Notifier;
import io.triglot.example.store.Database;
import io.triglot.example.store.Lookup;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.OperationKind;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The users: signing up and in, changing what is known of them, following each other. */
@RolesAllowed("**")
public class UserService {
  private static final Duration TOKENS_LAST = Duration.ofHours(8);

  private final Database database;
  private final JwtIssuer tokens;
  private final Notifier notifications;

  /** Users in the shop's database, who sign in for tokens of this issuer. */
  public UserService(Database database, JwtIssuer tokens, Notifier notifications) {
    this.database = database;
    this.tokens = tokens;
    this.notifications = notifications;
  }

  /**
   * Signs somebody up, as a customer.
   *
   * @param input who it is
   */
  @ApiOperation
  @PermitAll
  public User createUser(@Valid CreateUserInput input) throws UserAlreadyExists {
    User user = new User(input.id(), input.name(), input.email(), Role.CUSTOMER, Database.now(), 1);
    String hash = Passwords.hash(input.password());
    if (!database.inTransaction(tx -> new UserRepository(tx).insert(user, hash))) {
      throw new UserAlreadyExists();
    }
    return user;
  }

  /**
   * Signs somebody in.
   *
   * @param id what he signed up as
   * @param password his password
   */
  @ApiOperation("POST /sign-in")
  @PermitAll
  public SignedIn signIn(String id, String password) throws WrongPassword {
    String hash = database.inTransaction(tx -> new UserRepository(tx).passwordHash(id)).orElse("");
    if (!Passwords.matches(password, hash)) {
      throw new WrongPassword();
    }
    User user =
        database
            .inTransaction(tx -> new UserRepository(tx).find(id))
            .orElseThrow(WrongPassword::new);
    Instant expiry = Instant.now().plus(TOKENS_LAST).truncatedTo(ChronoUnit.SECONDS);
    return new SignedIn(tokens.issue(id, List.of(user.role().claim()), expiry), expiry, user);
  }

  /** Lists the users, by their ids. */
  @ApiOperation
  public Page<User> users(PageRequest page) {
    return database.inTransaction(tx -> new UserRepository(tx).page(page));
  }

  /**
   * Finds a user.
   *
   * @param userId the user's id
   */
  @ApiOperation
  public User user(String userId) throws UserNotFound {
    return database
        .inTransaction(tx -> new UserRepository(tx).find(userId))
        .orElseThrow(UserNotFound::new);
  }

  /** Tells the caller who he is. */
  @ApiOperation("GET /me")
  public User me(CallContext context) throws UserNotFound {
    return user(context.requireCaller().name());
  }

  /**
   * Changes what is known of a user; each his own, and admins everybody's.
   *
   * @param userId the user's id
   * @param patch what changes
   * @param expected the version that the caller has seen
   */
  @ApiOperation
  public User patchUser(
      String userId, @Valid UserPatch patch, ExpectedVersion expected, CallContext context)
      throws UserNotFound, UserAlreadyExists {
    if (!context.hasRole("admin") && !context.requireCaller().name().equals(userId)) {
      throw new UserNotFound(); // to change, at least
    }
    return change(userId, expected, patch::applyTo);
  }

  /**
   * Gives a user a role.
   *
   * @param userId the user's id
   * @param role the role, which his next token has
   * @param expected the version that the caller has seen
   */
  @ApiOperation
  @RolesAllowed("admin")
  public User setUserRole(String userId, Role role, ExpectedVersion expected) throws UserNotFound {
    return change(
        userId,
        expected,
        user ->
            new User(
                user.id(), user.name(), user.email(), role, user.createdAt(), user.version() + 1));
  }

  /**
   * Deletes a user, his posts and comments.
   *
   * @param userId the user's id
   */
  @ApiOperation
  @RolesAllowed("admin")
  public void deleteUser(String userId) throws UserNotFound, UserHasOrders {
    try {
      database.doInTransaction(
          tx -> {
            UserRepository users = new UserRepository(tx);
            users.delete(users.lock(userId).orElseThrow(UserNotFound::new).id());
            notifications.forget(tx, userId);
          });
    } catch (UnableToExecuteStatementException refused) {
      throw isOfConstraint(refused) ? new UserHasOrders() : refused;
    }
  }

  /**
   * Follows somebody.
   *
   * @param userId whom
   * @return who is followed now
   */
  @ApiOperation(kind = OperationKind.MUTATION)
  public User follow(String userId, CallContext context) throws UserNotFound {
    return database.inTransaction(
        tx -> {
          UserRepository users = new UserRepository(tx);
          User user = users.lock(userId).orElseThrow(UserNotFound::new);
          String follower = context.requireCaller().name();
          if (users.follow(userId, follower, Database.now())) {
            notifications.tell(tx, userId, new NewFollower(follower));
          }
          return user;
        });
  }

  /**
   * Follows somebody no longer.
   *
   * @param userId whom
   */
  @ApiOperation(kind = OperationKind.MUTATION)
  public void unfollow(String userId, CallContext context) {
    database.doInTransaction(
        tx -> new UserRepository(tx).unfollow(userId, context.requireCaller().name()));
  }

  /**
   * Who follows the user, the latest first.
   *
   * @param page which page of them
   */
  @ApiBatch
  public Map<User, Page<User>> followers(Set<User> users, PageRequest page) {
    return Lookup.ofEach(
        database, users, User::id, (tx, ids) -> new UserRepository(tx).followers(ids, page));
  }

  /** Sets a password, of a user whom there is. */
  public void setPassword(String userId, String password) {
    String hash = Passwords.hash(password);
    database.doInTransaction(tx -> new UserRepository(tx).setPasswordHash(userId, hash));
  }

  private User change(String userId, ExpectedVersion expected, Function<User, User> change) {
    try {
      return database.inTransaction(
          tx -> {
            UserRepository users = new UserRepository(tx);
            User user = users.lock(userId).orElseThrow(UserNotFound::new);
            expected.require(user.version());
            User changed = change.apply(user);
            users.update(changed);
            return changed;
          });
    } catch (UnableToExecuteStatementException refused) {
      throw isOfConstraint(refused) ? new UserAlreadyExists() : refused;
    }
  }

  /** Whether a constraint of the schema does not admit it (class 23 of SQLSTATE). */
  private static boolean isOfConstraint(UnableToExecuteStatementException refused) {
    return refused.getCause() instanceof SQLException cause && cause.getSQLState().startsWith("23");
  }
}
