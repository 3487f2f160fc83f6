package io.triglot.runtime.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import io.triglot.runtime.Upload;
import java.util.Locale;

/** A file of a request in parts: the value of a variable, and nothing that JSON can say. */
final class UploadCoercing implements Coercing<Upload, Object> {
  private static final String EXPECTED = "Expected a variable with a file of a multipart request";

  @Override
  public Object serialize(Object value, GraphQLContext context, Locale locale) {
    throw new CoercingSerializeException("An upload is no result");
  }

  @Override
  public Upload parseValue(Object input, GraphQLContext context, Locale locale) {
    if (input instanceof Upload upload) {
      return upload;
    }
    throw new CoercingParseValueException(EXPECTED);
  }

  @Override
  public Upload parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    throw new CoercingParseLiteralException(EXPECTED);
  }
}
