package com.acme;

import io.triglot.ApiBatch;
import io.triglot.ApiError;
import io.triglot.ApiField;
import io.triglot.ApiOperation;
import io.triglot.ApiService;
import io.triglot.runtime.OperationKind;
import io.triglot.runtime.StatusCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

@ApiService(path = "/shop/{id}")
public class Shop {
  public record Product(
      String id,
      java.io.File image,
      List<String>[] sizes,
      List<?> numbers,
      Optional<Optional<String>> note,
      java.util.Calendar made) {}

  public record Order(@ApiField(number = 0) String id, @ApiField(number = 19000) String a) {}

  @ApiError(StatusCode.INTERNAL)
  public record NotThrown(String id) {}

  @ApiOperation("Get /products")
  public Product product(String id) {
    throw new UnsupportedOperationException();
  }

  @ApiOperation("GET /products?all")
  public List<Product> products() {
    return List.of();
  }

  @ApiOperation("GET /products/{id:[0-9]+}")
  public List<Product> like(String id) {
    return List.of();
  }

  @ApiOperation("DELETE /orders/{orderId}")
  public void deleteOrder(Order ordreId) {}

  @ApiOperation(kind = OperationKind.SUBSCRIPTION)
  public List<Order> orders() {
    return List.of();
  }

  @ApiOperation
  public Flow.Publisher<Void> ticks() {
    throw new UnsupportedOperationException();
  }

  @ApiOperation
  public CompletionStage<Thread> getThread() {
    throw new UnsupportedOperationException();
  }

  @ApiOperation
  public <T> T getAny(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  @ApiOperation
  public void setAll(Map<Double, Order> orders, Void nothing) {}

  @ApiOperation
  public ClassLoader getObject() {
    return getClass().getClassLoader();
  }

  @ApiBatch
  public List<Product> product(Set<Order> orders) {
    return List.of();
  }

  @ApiBatch
  public Map<String, Product> wrong(Set<Order> orders) {
    return Map.of();
  }

  @ApiBatch
  public String name(List<Order> orders) {
    return "";
  }

  @ApiField(name = "x")
  public String helper() {
    return "";
  }
}
