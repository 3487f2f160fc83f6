package io.triglot.runtime.grpc.sample;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A nested message. */
public record Line(String product, int quantity, BigDecimal price, @Nullable Line alternative) {}
