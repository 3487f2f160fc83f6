package io.triglot.example.posts;

import io.triglot.Cursor;
import io.triglot.Page;
import io.triglot.PageRequest;
import io.triglot.example.store.ChildPages;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The posts and their comments in the database, for one transaction. */
final class PostRepository {
  private static final RowMapper<Post> POST = ConstructorMapper.of(Post.class);
  private static final RowMapper<Comment> COMMENT = ConstructorMapper.of(Comment.class);
  private static final String SELECT = "select id, author_id, text, created_at from posts ";
  private static final String OF_AUTHORS =
      "select author_id as parent_id, created_at as sort_at, id as sort_id, id, author_id, text,"
          + " created_at from posts";
  private static final String COMMENTS =
      "select post_id as parent_id, created_at as sort_at, id as sort_id, id, post_id, author_id,"
          + " text, created_at from comments";

  private final Handle tx;

  PostRepository(Handle tx) {
    this.tx = tx;
  }

  /** A page of all posts, the latest first. */
  Page<Post> page(PageRequest page) {
    int size = page.size(20, 100);
    String where = page.from().isEmpty() ? "" : "where (created_at, id) #beyond# (:at, :id)";
    String sql =
        (SELECT + where + " order by created_at #order#, id #order# limit :limit")
            .replace("#order#", page.isBackwards() ? "asc" : "desc")
            .replace("#beyond#", page.isBackwards() ? ">" : "<");
    List<Post> found =
        tx.createQuery(sql)
            .bind("at", page.from().map(at -> at.value(0, Instant::parse)).orElse(null))
            .bind("id", page.from().map(at -> at.value(1, String::valueOf)).orElse(null))
            .bind("limit", size + 1)
            .map(POST)
            .list();
    return Page.of(page, size, found, post -> Cursor.of(post.createdAt(), post.id()));
  }

  Optional<Post> find(String id) {
    return tx.createQuery(SELECT + "where id = :id").bind("id", id).map(POST).findOne();
  }

  void insert(Post post) {
    String sql =
        "insert into posts (id, author_id, text, created_at)"
            + " values (:id, :authorId, :text, :createdAt)";
    tx.createUpdate(sql).bindMethods(post).execute();
  }

  void insert(Comment comment) {
    String sql =
        "insert into comments (id, post_id, author_id, text, created_at)"
            + " values (:id, :postId, :authorId, :text, :createdAt)";
    tx.createUpdate(sql).bindMethods(comment).execute();
  }

  /** A page of the posts of each author, the latest first. */
  Map<String, Page<Post>> ofAuthors(Collection<String> authorIds, PageRequest page) {
    return ChildPages.latestFirst(tx, OF_AUTHORS, authorIds, page, POST);
  }

  /** A page of the comments on each post, the latest first. */
  Map<String, Page<Comment>> comments(Collection<String> postIds, PageRequest page) {
    return ChildPages.latestFirst(tx, COMMENTS, postIds, page, COMMENT);
  }
}
