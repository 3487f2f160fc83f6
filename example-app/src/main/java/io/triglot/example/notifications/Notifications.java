package io.triglot.example.notifications;

import io.triglot.ApiField;
import io.triglot.ApiOperation;
import io.triglot.Page;
import io.triglot.PageRequest;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.OperationKind;
import io.triglot.runtime.Protocol;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** What users are told of: their orders, payments, followers, comments. Each has his own. */
@RolesAllowed("**")
public interface Notifications {
  /** Lists the caller's notifications, the latest first. */
  @ApiOperation
  Page<Notification> notifications(PageRequest page, CallContext context);

  /**
   * Tells the caller of what concerns him, as it happens.
   *
   * @param after the number of the last notification that the caller has received; without it, the
   *     stream begins now
   */
  @ApiOperation(retryMillis = 2_000)
  Flow.Publisher<Notification> notificationEvents(
      @ApiField(eventId = true) @Nullable Long after, CallContext context);

  /**
   * Marks notifications of the caller as read.
   *
   * @param upTo the number of the last one that he has read
   * @return how many he had not read before
   */
  @ApiOperation("POST /notifications/mark-read")
  int markNotificationsRead(@PositiveOrZero long upTo, CallContext context);

  /**
   * Counts what users have not read.
   *
   * @param userIds the users
   * @return how many notifications, of those who have any
   */
  @ApiOperation(kind = OperationKind.QUERY, protocols = Protocol.GRPC)
  @RolesAllowed("shop")
  CompletionStage<Map<String, Integer>> unread(List<String> userIds);

  /**
   * Takes deliveries as they come.
   *
   * @return the id of each that is stored, whether it was before or not
   */
  @ApiOperation(protocols = Protocol.GRPC)
  @RolesAllowed("shop")
  Flow.Publisher<String> deliver(Flow.Publisher<Delivery> deliveries);
}
