package io.triglot.processor.backend.rest;

import io.triglot.processor.model.Field;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Service;
import io.triglot.processor.spi.InputNaming;

/** The names of JSON, of variables in paths and of parameters in queries. */
record RestNaming(RestTree tree) implements InputNaming {
  @Override
  public String argument(Service service, Operation operation, Parameter argument) {
    return tree.resources().stream()
        .filter(each -> each.service().javaName().equals(service.javaName()))
        .flatMap(each -> each.methods().stream())
        .filter(each -> each.operation().name().equals(operation.name()))
        .flatMap(each -> each.operation().arguments().stream())
        .filter(each -> each.javaName().equals(argument.javaName()))
        .findFirst()
        .map(Parameter::name)
        .orElse(argument.name());
  }

  @Override
  public String field(Field field) {
    return field.json().name();
  }
}
