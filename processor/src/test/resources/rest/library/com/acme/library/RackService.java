package com.acme.library;

import io.triglot.ApiOperation;
import io.triglot.ExpectedVersion;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Racks, which change. */
@PermitAll
public class RackService {
  private final Map<String, Rack> racks = new ConcurrentHashMap<>();
  private final AtomicInteger changes = new AtomicInteger();

  @ApiOperation
  public Rack createRack(String room) {
    String id = String.valueOf(racks.size());
    return racks.computeIfAbsent(id, any -> new Rack(id, room, null, List.of(), 1));
  }

  @ApiOperation(maxAgeSeconds = 5)
  public @Nullable Rack rack(String id) {
    return racks.get(id);
  }

  @ApiOperation("GET /racks/{id}/again")
  public Optional<Rack> getRackAgain(String id) {
    return Optional.ofNullable(racks.get(id));
  }

  @ApiOperation(value = "GET /rooms", etag = true)
  public List<String> rooms() {
    return racks.values().stream().map(Rack::room).distinct().sorted().toList();
  }

  @ApiOperation
  public Rack patchRack(
      String id, RackPatch patch, @Nullable ExpectedVersion expected) {
    Rack none = new Rack(id, "Hall", "A", List.of("Novels"), 1);
    return racks.containsKey(id)
        ? racks.computeIfPresent(id, (any, rack) -> changed(rack, patch, expected))
        : patch.applyTo(none);
  }

  private static Rack changed(Rack rack, RackPatch patch, @Nullable ExpectedVersion expected) {
    if (expected != null) {
      expected.require(rack.version());
    }
    return patch.applyTo(rack);
  }

  @ApiOperation
  public Rack updateRack(String id, String room, ExpectedVersion expected) {
    return racks.computeIfPresent(
        id,
        (any, rack) -> {
          expected.require(rack.version());
          return new Rack(id, room, rack.label(), rack.topics(), rack.version() + 1);
        });
  }

  @ApiOperation
  public void deleteRack(String id, Optional<ExpectedVersion> expectedVersion) {
    changes.incrementAndGet();
    racks.computeIfPresent(
        id,
        (any, rack) -> {
          expectedVersion.ifPresent(expected -> expected.require(rack.version()));
          return null;
        });
  }
}
