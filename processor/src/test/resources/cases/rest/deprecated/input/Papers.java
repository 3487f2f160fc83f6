package com.acme.papers;

import io.triglot.ApiOperation;
import io.triglot.ApiRestDeprecated;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The papers of a library. */
@ApiRestDeprecated(since = "2026-01-15")
public class Papers {
  /** Tells how many papers there are. */
  @ApiOperation("GET /papers/count")
  @ApiRestDeprecated(
      since = "2026-01-15",
      sunset = "2026-12-31",
      link = "https://example.com/grpc?from=rest")
  public int countPapers() {
    return 3;
  }

  /** Names a paper. */
  @ApiOperation("GET /papers/{id}")
  public CompletionStage<String> name(String id) {
    if (id.equals("bug")) {
      throw new IllegalStateException("secret");
    }
    return CompletableFuture.completedFuture(id);
  }

  /** Burns all. */
  @ApiOperation("DELETE /papers")
  @ApiRestDeprecated
  public void removePapers() {}
}
