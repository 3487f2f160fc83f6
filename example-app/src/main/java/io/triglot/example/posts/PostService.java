package io.triglot.example.posts;

import io.triglot.ApiBatch;
import io.triglot.ApiOperation;
import io.triglot.Page;
import io.triglot.PageRequest;
import io.triglot.example.notifications.News.NewComment;
import io.triglot.example.notifications.Notifier;
import io.triglot.example.store.Database;
import io.triglot.example.store.Lookup;
import io.triglot.example.users.User;
import io.triglot.example.users.UserNotFound;
import io.triglot.example.users.UserRepository;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.OperationKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What users tell each other: posts, and comments on them. */
@RolesAllowed("**")
public class PostService {
  private final Database database;
  private final Notifier notifications;

  /** Posts in the shop's database. */
  public PostService(Database database, Notifier notifications) {
    this.database = database;
    this.notifications = notifications;
  }

  /** Lists the posts, the latest first. */
  @ApiOperation
  public Page<Post> posts(PageRequest page) {
    return database.inTransaction(tx -> new PostRepository(tx).page(page));
  }

  /**
   * Tells the others something.
   *
   * @param text what it says
   */
  @ApiOperation
  public Post createPost(@NotBlank @Size(max = 2000) String text, CallContext context)
      throws UserNotFound {
    return database.inTransaction(
        tx -> {
          Post post = new Post(newId(), author(tx, context), text, Database.now());
          new PostRepository(tx).insert(post);
          return post;
        });
  }

  /**
   * Says something about a post.
   *
   * @param postId the post's id
   * @param text what it says
   */
  @ApiOperation(kind = OperationKind.MUTATION)
  public Comment commentPost(
      String postId, @NotBlank @Size(max = 2000) String text, CallContext context)
      throws PostNotFound, UserNotFound {
    return database.inTransaction(
        tx -> {
          PostRepository posts = new PostRepository(tx);
          Post post = posts.find(postId).orElseThrow(PostNotFound::new);
          Comment comment =
              new Comment(newId(), post.id(), author(tx, context), text, Database.now());
          posts.insert(comment);
          if (!comment.authorId().equals(post.authorId())) {
            notifications.tell(tx, post.authorId(), new NewComment(post.id(), comment.authorId()));
          }
          return comment;
        });
  }

  /**
   * What the user has written, the latest first.
   *
   * @param page which page of it
   */
  @ApiBatch
  public Map<User, Page<Post>> posts(Set<User> users, PageRequest page) {
    return Lookup.ofEach(
        database, users, User::id, (tx, ids) -> new PostRepository(tx).ofAuthors(ids, page));
  }

  /**
   * What was said about the post, the latest first.
   *
   * @param page which page of it
   */
  @ApiBatch
  public Map<Post, Page<Comment>> comments(Set<Post> posts, PageRequest page) {
    return Lookup.ofEach(
        database, posts, Post::id, (tx, ids) -> new PostRepository(tx).comments(ids, page));
  }

  /** Who wrote the post. */
  @ApiBatch
  public Map<Post, User> author(Set<Post> posts) {
    return Lookup.ofEach(
        database, posts, Post::authorId, (tx, ids) -> new UserRepository(tx).findAll(ids));
  }

  /** Who wrote the comment. */
  @ApiBatch(name = "author")
  public Map<Comment, User> commentAuthor(Set<Comment> comments) {
    return Lookup.ofEach(
        database, comments, Comment::authorId, (tx, ids) -> new UserRepository(tx).findAll(ids));
  }

  /** The caller, as a user whom there is. */
  private static String author(Handle tx, CallContext context) throws UserNotFound {
    String id = context.requireCaller().name();
    return new UserRepository(tx).find(id).orElseThrow(UserNotFound::new).id();
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }
}
