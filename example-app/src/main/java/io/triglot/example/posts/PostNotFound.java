package io.triglot.example.posts;

import io.triglot.ApiError;
import io.triglot.runtime.StatusCode;

/** There is no post of the id that was given. */
@ApiError(StatusCode.NOT_FOUND)
public class PostNotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public PostNotFound() {
    super("Post not found");
  }
}
