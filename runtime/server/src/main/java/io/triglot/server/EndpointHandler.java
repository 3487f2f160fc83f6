package io.triglot.server;

import io.triglot.hosting.Limits;
import io.triglot.hosting.OpenExchanges;
import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpEndpoint.Exchange;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each request to an endpoint on a thread that suits it, and writes the response.
 *
 * <p>Unlike Jetty's {@code GracefulHandler} it does not refuse requests that still arrive on open
 * connections while the server drains: they are answered, and the client is asked to leave.
 */
final class EndpointHandler extends Handler.Abstract {
  private static final Logger log = LoggerFactory.getLogger(EndpointHandler.class);

  private final HttpEndpoint endpoint;
  private final Limits limits;
  private final OpenExchanges exchanges;

  EndpointHandler(
      HttpEndpoint endpoint,
      Limits limits,
      Invocable.InvocationType invocation,
      OpenExchanges exchanges) {
    super(invocation);
    this.endpoint = endpoint;
    this.limits = limits;
    this.exchanges = exchanges;
  }

  @Override
  public boolean handle(Request jettyRequest, Response jettyResponse, Callback callback) {
    exchanges.begin();
    Request.addCompletionListener(jettyRequest, failure -> exchanges.end());
    // A call may take longer than the connection may be silent.
    jettyRequest.addIdleTimeoutListener(timeout -> false);
    StreamTimeouts.entrust(jettyRequest);
    JettyRequest request = new JettyRequest(jettyRequest, limits);
    ResponseWriter writer =
        new ResponseWriter(
            jettyRequest,
            jettyResponse,
            callback,
            limits.idleTimeout(),
            exchanges::draining,
            request);
    Exchange exchange = endpoint.accept(request);
    Runnable answer = () -> respond(exchange, writer);
    if (getInvocationType() != InvocationType.NON_BLOCKING) {
      answer.run();
    } else if (exchange.blocking()) {
      jettyRequest.getComponents().getExecutor().execute(answer);
    } else if (request.mayHaveBody()) {
      request.readAhead(answer);
    } else {
      answer.run();
    }
    return true;
  }

  private static void respond(Exchange exchange, ResponseWriter writer) {
    try {
      exchange
          .respond()
          .whenComplete(
              (response, failure) -> {
                if (failure == null) {
                  writer.write(response);
                } else {
                  fail(failure, writer);
                }
              });
    } catch (RuntimeException | Error failure) {
      fail(failure, writer);
    }
  }

  private static void fail(Throwable failure, ResponseWriter writer) {
    log.error("An endpoint failed instead of answering", failure);
    writer.fail(failure);
  }
}
