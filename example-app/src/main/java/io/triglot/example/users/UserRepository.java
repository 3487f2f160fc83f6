package io.triglot.example.users;

import io.triglot.Cursor;
import io.triglot.Page;
import io.triglot.PageRequest;
import io.triglot.example.store.ChildPages;
import io.triglot.example.store.SortOrder;
import io.triglot.example.store.SortOrder.Column;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The users in the database, for one transaction. */
public final class UserRepository {
  private static final RowMapper<User> ROW = ConstructorMapper.of(User.class);
  private static final SortOrder BY_ID = SortOrder.ascending(Column.text("id"));
  private static final String SELECT =
      "select id, name, email, role, created_at, version from users ";
  private static final String FOLLOWERS =
      "select f.user_id as parent_id, f.created_at as sort_at, f.follower_id as sort_id, u.id,"
          + " u.name, u.email, u.role, u.created_at, u.version"
          + " from followers f join users u on u.id = f.follower_id";

  private final Handle tx;

  /** The users as a transaction sees them. */
  public UserRepository(Handle tx) {
    this.tx = tx;
  }

  /** A page of all of them, by their ids. */
  Page<User> page(PageRequest page) {
    int size = page.size(20, 100);
    String sql =
        SELECT + "where true" + BY_ID.andBeyond(page) + BY_ID.orderBy(page) + " limit :limit";
    List<User> found =
        BY_ID.bind(tx.createQuery(sql), page).bind("limit", size + 1).map(ROW).list();
    return Page.of(page, size, found, user -> Cursor.of(user.id()));
  }

  /** The user of an id. */
  public Optional<User> find(String id) {
    return tx.createQuery(SELECT + "where id = :id").bind("id", id).map(ROW).findOne();
  }

  /** The users of these ids that there are, by id. */
  public Map<String, User> findAll(Collection<String> ids) {
    return tx.createQuery(SELECT + "where id = any(:ids)")
        .bindArray("ids", String.class, ids.toArray())
        .map(ROW)
        .collect(Collectors.toMap(User::id, Function.identity()));
  }

  /** The user, whom no other transaction changes until this one ends. */
  Optional<User> lock(String id) {
    return tx.createQuery(SELECT + "where id = :id for update").bind("id", id).map(ROW).findOne();
  }

  /** The hash of a user's password. */
  Optional<String> passwordHash(String id) {
    return tx.createQuery("select password_hash from users where id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }

  /**
   * Adds a user.
   *
   * @return whether nobody has had the id and the address yet
   */
  boolean insert(User user, String passwordHash) {
    String sql =
        "insert into users (id, name, email, role, password_hash, created_at, version) values"
            + " (:id, :name, :email, :role, :passwordHash, :createdAt, :version)"
            + " on conflict do nothing";
    return tx.createUpdate(sql).bindMethods(user).bind("passwordHash", passwordHash).execute() == 1;
  }

  /** Writes all of a user that this transaction has locked. */
  void update(User user) {
    String sql =
        "update users set name = :name, email = :email, role = :role, version = :version"
            + " where id = :id";
    tx.createUpdate(sql).bindMethods(user).execute();
  }

  void setPasswordHash(String id, String hash) {
    tx.createUpdate("update users set password_hash = :hash where id = :id")
        .bind("hash", hash)
        .bind("id", id)
        .execute();
  }

  void delete(String id) {
    tx.createUpdate("delete from users where id = :id").bind("id", id).execute();
  }

  /**
   * Has somebody follow a user.
   *
   * @return whether he has not done so yet
   */
  boolean follow(String userId, String followerId, Instant since) {
    String sql =
        "insert into followers (user_id, follower_id, created_at)"
            + " values (:user, :follower, :since) on conflict do nothing";
    return tx.createUpdate(sql)
            .bind("user", userId)
            .bind("follower", followerId)
            .bind("since", since)
            .execute()
        == 1;
  }

  void unfollow(String userId, String followerId) {
    tx.createUpdate("delete from followers where user_id = :user and follower_id = :follower")
        .bind("user", userId)
        .bind("follower", followerId)
        .execute();
  }

  /** A page of the followers of each user, the latest first. */
  Map<String, Page<User>> followers(Collection<String> userIds, PageRequest page) {
    return ChildPages.latestFirst(tx, FOLLOWERS, userIds, page, ROW);
  }
}
