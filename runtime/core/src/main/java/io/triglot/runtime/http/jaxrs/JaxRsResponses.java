package io.triglot.runtime.http.jaxrs;

import io.triglot.runtime.http.HttpResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Flow;

/** What JAX-RS implementations are given as responses. */
public final class JaxRsResponses {
  private static final String EVENT_STREAM = "text/event-stream";

  /**
   * A comment with which a stream of events begins, because Jersey keeps the first 8 KiB of a
   * response to itself, however often they are flushed.
   */
  private static final byte[] PADDING =
      (":" + " ".repeat(8 * 1024) + "\n\n").getBytes(StandardCharsets.US_ASCII);

  private JaxRsResponses() {}

  /**
   * A response as JAX-RS has it.
   *
   * @param base what its {@code Location}, an absolute path, is relative to
   */
  public static Response of(HttpResponse response, URI base) {
    Response.ResponseBuilder builder = Response.status(response.status());
    boolean events = false;
    for (Map.Entry<String, String> header : response.headers()) {
      if (header.getKey().equals("Location")) {
        builder.location(URI.create(base + header.getValue().substring(1)));
      } else {
        builder.header(header.getKey(), header.getValue());
        events |=
            header.getKey().equals("Content-Type") && header.getValue().startsWith(EVENT_STREAM);
      }
    }
    if (response.body() instanceof HttpResponse.Body.Whole whole) {
      builder.entity(whole.bytes());
    } else if (response.body() instanceof HttpResponse.Body.Pieces pieces) {
      builder.entity(output(pieces.publisher(), events));
    } else if (response.body() instanceof HttpResponse.Body.Written written) {
      written
          .content()
          .length()
          .ifPresent(bytes -> builder.header("Content-Length", String.valueOf(bytes)));
      builder.entity((StreamingOutput) written.content()::writeTo);
    }
    return builder.build();
  }

  private static StreamingOutput output(Flow.Publisher<byte[]> pieces, boolean events) {
    return out -> {
      if (events) {
        out.write(PADDING);
      }
      PieceQueue.drain(pieces, out);
    };
  }
}
