package com.acme.orders;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

@Provider
public class OrderNotFoundMapper implements ExceptionMapper<OrderNotFound> {
  @Override
  public Response toResponse(OrderNotFound failure) {
    return Response.status(Response.Status.NOT_FOUND)
        .type(MediaType.APPLICATION_JSON)
        .entity(Map.of("error", failure.getMessage()))
        .build();
  }
}
