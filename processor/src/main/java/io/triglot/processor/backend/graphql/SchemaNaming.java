package io.triglot.processor.backend.graphql;

import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.UnionType;
import io.triglot.processor.model.Words;
import io.triglot.processor.spi.InputNaming;

/** The names of the schema. */
record SchemaNaming() implements InputNaming {
  @Override
  public String argument(Service service, Operation operation, Parameter argument) {
    return ExactNames.graphql(argument.exact(), argument.name());
  }

  @Override
  public String field(Field field) {
    return ExactNames.graphql(field.exact(), field.name());
  }

  @Override
  public String member(UnionType.Member member) {
    return Words.lowerCamel(member.name());
  }
}
