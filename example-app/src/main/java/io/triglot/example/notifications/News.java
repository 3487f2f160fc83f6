package io.triglot.example.notifications;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.triglot.ApiType;
import io.triglot.example.orders.OrderStatus;

/** Something that has happened, and that concerns a user. */
@ApiType
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type") // of what is in the database, too
@JsonSubTypes({
  @JsonSubTypes.Type(value = News.OrderChanged.class, name = "OrderChanged"),
  @JsonSubTypes.Type(value = News.PaymentDecided.class, name = "PaymentDecided"),
  @JsonSubTypes.Type(value = News.NewFollower.class, name = "NewFollower"),
  @JsonSubTypes.Type(value = News.NewComment.class, name = "NewComment")
})
public sealed interface News {
  /**
   * An order of the user's was placed, or has got another status.
   *
   * @param orderId the order
   * @param status the status that it has got
   */
  @ApiType
  record OrderChanged(String orderId, OrderStatus status) implements News {}

  /**
   * It is decided whether the user has paid.
   *
   * @param orderId what was to be paid
   * @param paid whether the money is there
   */
  @ApiType
  record PaymentDecided(String orderId, boolean paid) implements News {}

  /**
   * Somebody follows the user.
   *
   * @param followerId who
   */
  @ApiType
  record NewFollower(String followerId) implements News {}

  /**
   * Somebody has said something about a post of the user's.
   *
   * @param postId the post
   * @param authorId who
   */
  @ApiType
  record NewComment(String postId, String authorId) implements News {}
}
