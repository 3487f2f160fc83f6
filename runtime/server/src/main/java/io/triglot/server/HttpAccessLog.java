package io.triglot.server;

import io.triglot.hosting.AccessLine;
import io.triglot.runtime.CallObserver;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.OperationDescriptor;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/**
 * One line in the access log for each request of HTTP that reaches no operation; those that do have
 * one for the call. No header, query or body is told. Thread-safe.
 */
final class HttpAccessLog implements CallObserver, RequestLog {
  @Override
  public Observation begin(OperationDescriptor operation, CallRequest request) {
    request.transport(JettyRequest.class).ifPresent(JettyRequest::reachesOperation);
    return failure -> {};
  }

  /** A request of HTTP that has been answered, by a call or without. */
  @Override
  public void log(Request request, Response response) {
    String path = request.getHttpURI() == null ? null : request.getHttpURI().getPath();
    boolean told = response.getStatus() < 400 && !Site.GRAPHQL.equals(path);
    if (told || JettyRequest.hasReachedOperation(request)) {
      return;
    }
    new AccessLine()
        .with("protocol", "HTTP")
        .with("method", request.getMethod())
        .with("path", String.valueOf(path))
        .with("status", response.getStatus())
        .with("bytes", Response.getContentBytesWritten(response))
        .write(
            request.getConnectionMetaData().getRemoteSocketAddress(),
            System.nanoTime() - request.getBeginNanoTime(),
            "HTTP " + request.getMethod() + " " + path + " " + response.getStatus());
  }
}
