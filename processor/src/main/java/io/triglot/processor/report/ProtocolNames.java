package io.triglot.processor.report;

import io.triglot.processor.report.ServiceReport.Entry;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What people call the protocols, and in which order they are told. */
final class ProtocolNames {
  private static final List<String> KNOWN = List.of("rest", "graphql", "grpc");
  private static final Comparator<String> ORDER =
      Comparator.comparingInt(ProtocolNames::place).thenComparing(Comparator.naturalOrder());

  private ProtocolNames() {}

  /** The ids of the back ends that offer any of these, those of others last. */
  static List<String> in(Collection<Entry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.addresses().keySet().stream())
        .distinct()
        .sorted(ORDER)
        .toList();
  }

  private static int place(String backend) {
    int place = KNOWN.indexOf(backend);
    return place < 0 ? KNOWN.size() : place;
  }

  /** The name of the protocol that a back end makes. */
  static String of(String backend) {
    return switch (backend) {
      case "rest" -> "REST";
      case "graphql" -> "GraphQL";
      case "grpc" -> "gRPC";
      default -> backend;
    };
  }
}
