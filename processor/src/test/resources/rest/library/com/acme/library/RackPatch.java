package com.acme.library;

import io.triglot.Patch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes of a rack. */
public record RackPatch(
    Patch<String> room,
    Patch<@Nullable String> label,
    Patch<List<String>> topics) {
  Rack applyTo(Rack rack) {
    return new Rack(
        rack.id(),
        room.orElse(rack.room()),
        label.orElse(rack.label()),
        topics.orElse(rack.topics()),
        rack.version() + 1);
  }
}
