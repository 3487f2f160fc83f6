package io.triglot.server;

import io.triglot.runtime.http.Cors;
import java.util.List;
import java.util.Map.Entry;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Tells browsers what pages of other origins may do, and passes on all requests but preflights. */
final class CrossOriginHandler extends Handler.Wrapper {
  private final Cors cors;

  CrossOriginHandler(Cors cors, Handler next) {
    super(next);
    this.cors = cors;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    String asked = request.getHeaders().get(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD);
    if (!Cors.isPreflight(request.getMethod(), origin, asked)) {
      add(cors.response(origin), response);
      return super.handle(request, response, callback);
    }
    if (cors.allows(origin)) {
      add(cors.preflight(origin), response);
      response.setStatus(HttpStatus.NO_CONTENT_204);
      callback.succeeded();
    } else {
      Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403);
    }
    return true;
  }

  private static void add(List<Entry<String, String>> fields, Response response) {
    fields.forEach(field -> response.getHeaders().add(field.getKey(), field.getValue()));
  }
}
