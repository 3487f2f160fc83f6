package io.triglot.example;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.triglot.example.inventory.Inventory;
import io.triglot.example.inventory.InventoryGrpcClient;
import io.triglot.example.inventory.InventoryService;
import io.triglot.example.notifications.NotificationService;
import io.triglot.example.notifications.Notifications;
import io.triglot.example.notifications.NotificationsGrpcClient;
import io.triglot.example.notifications.Notifier;
import io.triglot.example.notifications.Outbox;
import io.triglot.example.store.Database;
import io.triglot.example.users.JwtIssuer;
import io.triglot.runtime.grpc.ForwardedHeaders;
import java.util.List;
import java.util.Map;

/**
 * The parts of the shop that may be processes of their own. Who uses them does not know which.
 *
 * @param notifications as the shop calls them
 * @param ownNotifications as each caller calls them, for himself
 * @param processes those of their own, by the names of the parts
 * @param streams ends the streams that are read here
 * @param closings how they end, once nobody calls them any more
 */
record Parts(
    Inventory inventory,
    Notifications notifications,
    Notifications ownNotifications,
    Notifier notifier,
    Map<String, ChildProcess> processes,
    Runnable streams,
    List<Runnable> closings) {

  /** In this process, over the shop's database. */
  static Parts here(Database database) {
    InventoryService inventory = new InventoryService(database);
    NotificationService notifications = new NotificationService(database);
    return new Parts(
        inventory,
        notifications,
        notifications,
        notifications,
        Map.of(),
        () -> {
          notifications.close();
          inventory.close();
        },
        List.of());
  }

  /** In processes of their own, which are started. */
  static Parts elsewhere(Database database, JwtIssuer tokens, String jwtSecret) {
    Map<String, String> environment = Map.of("SHOP_JWT_SECRET", jwtSecret);
    ChildProcess inventory =
        ChildProcess.start(PartServer.class, environment, PartServer.INVENTORY);
    ChildProcess notifications =
        ChildProcess.start(PartServer.class, environment, PartServer.NOTIFICATIONS);
    ManagedChannel toInventory = to(inventory);
    ManagedChannel toNotifications = to(notifications);
    Channel ofCallers =
        ClientInterceptors.intercept(toNotifications, ForwardedHeaders.of("Authorization"));
    Notifications asShop =
        NotificationsGrpcClient.of(
            ClientInterceptors.intercept(toNotifications, new ShopCalls(tokens)));
    Outbox outbox = Outbox.begin(database, asShop::deliver);
    return new Parts(
        InventoryGrpcClient.of(ClientInterceptors.intercept(toInventory, new ShopCalls(tokens))),
        asShop,
        NotificationsGrpcClient.of(ofCallers),
        outbox,
        Map.of(PartServer.INVENTORY, inventory, PartServer.NOTIFICATIONS, notifications),
        () -> {},
        List.of(
            outbox::close,
            toInventory::shutdownNow,
            toNotifications::shutdownNow,
            inventory::close,
            notifications::close));
  }

  private static ManagedChannel to(ChildProcess process) {
    return Grpc.newChannelBuilder(process.address(), InsecureChannelCredentials.create()).build();
  }
}
