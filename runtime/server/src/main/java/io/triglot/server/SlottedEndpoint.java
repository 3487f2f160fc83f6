package io.triglot.server;

import io.triglot.runtime.CallSlots;
import io.triglot.runtime.Failure;
import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;

/** An endpoint that takes no more requests at once than there are slots, and refuses the others. */
record SlottedEndpoint(HttpEndpoint endpoint, CallSlots slots) implements HttpEndpoint {
  @Override
  public Exchange accept(HttpRequest request) {
    if (slots.take()) {
      request.transport(JettyRequest.class).ifPresent(jetty -> jetty.whenComplete(slots::release));
      return endpoint.accept(request);
    }
    HttpResponse refusal = refusal(request, slots.refusal());
    return new Fixed.Answer(() -> refusal, false);
  }

  @Override
  public HttpResponse refusal(HttpRequest request, Failure failure) {
    return endpoint.refusal(request, failure);
  }
}
