package com.acme.library;

import io.triglot.ApiField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rack. */
public record Rack(
    String id,
    String room,
    @Nullable String label,
    List<String> topics,
    @ApiField(version = true) long version) {}
