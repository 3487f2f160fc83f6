package io.triglot.example.front;

import io.triglot.ApiBatch;
import io.triglot.example.inventory.Inventory;
import io.triglot.example.inventory.Reservation;
import io.triglot.example.notifications.Notifications;
import io.triglot.example.orders.Order;
import io.triglot.example.payments.Payment;
import io.triglot.example.payments.PaymentProvider;
import io.triglot.example.payments.PaymentsUnavailable;
import io.triglot.example.provider.Charge;
import io.triglot.example.users.User;
import io.triglot.runtime.CallContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What others know of the shop's orders, payments and users, as fields of GraphQL: one call to each
 * for all objects of a level. Where one of them is down, its fields are null, and the rest is
 * there.
 */
@RolesAllowed("**")
public class Front {
  /** What a field costs that another process gives. */
  private static final int REMOTE = 10;

  private final Inventory inventory;
  private final Notifications notifications;
  private final PaymentProvider provider;

  /** In front of these, wherever they are. */
  public Front(Inventory inventory, Notifications notifications, PaymentProvider provider) {
    this.inventory = inventory;
    this.notifications = notifications;
    this.provider = provider;
  }

  /** The pieces that the inventory keeps for the order; null where it keeps none. */
  @ApiBatch(cost = REMOTE)
  public CompletionStage<Map<Order, @Nullable Reservation>> reservation(Set<Order> orders) {
    return inventory
        .reservations(ids(orders, Order::id))
        .thenApply(found -> byOwner(orders, Order::id, found, Reservation::id));
  }

  /** What the provider has of the payment; null where it was not asked for it yet. */
  @ApiBatch(cost = REMOTE)
  public CompletionStage<Map<Payment, @Nullable Charge>> charge(Set<Payment> payments)
      throws PaymentsUnavailable {
    return provider
        .charges(ids(payments, Payment::id))
        .thenApply(found -> byOwner(payments, Payment::id, found, Charge::reference));
  }

  /** How many notifications the user has not read; null for whom it does not concern. */
  @ApiBatch(cost = REMOTE)
  public CompletionStage<Map<User, @Nullable Integer>> unread(
      Set<User> users, CallContext context) {
    String caller = context.requireCaller().name();
    return notifications
        .unread(List.of(caller))
        .thenApply(
            found -> {
              Map<User, @Nullable Integer> unread = new HashMap<>();
              for (User user : users) {
                unread.put(user, user.id().equals(caller) ? found.getOrDefault(caller, 0) : null);
              }
              return unread;
            });
  }

  private static <T> List<String> ids(Collection<T> owners, Function<T, String> id) {
    return owners.stream().map(id).toList();
  }

  private static <T, V> Map<T, @Nullable V> byOwner(
      Collection<T> owners, Function<T, String> id, List<V> found, Function<V, String> ownerId) {
    Map<String, V> byId = found.stream().collect(Collectors.toMap(ownerId, Function.identity()));
    Map<T, @Nullable V> values = new HashMap<>();
    owners.forEach(owner -> values.put(owner, byId.get(id.apply(owner))));
    return values;
  }
}
