package io.triglot.example.posts;

import io.triglot.Cursor;
import io.triglot.Page;
import io.triglot.PageRequest;
import io.triglot.example.store.ChildPages;
import io.triglot.example.store.SortOrder;
import io.triglot.example.store.SortOrder.Column;
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
  private static final SortOrder LATEST_FIRST =
      SortOrder.latestFirst(Column.moment("created_at"), Column.text("id"));
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
    String sql =
        SELECT
            + "where true"
            + LATEST_FIRST.andBeyond(page)
            + LATEST_FIRST.orderBy(page)
            + " limit :limit";
    List<Post> found =
        LATEST_FIRST.bind(tx.createQuery(sql), page).bind("limit", size + 1).map(POST).list();
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
