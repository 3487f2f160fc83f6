package io.triglot.processor.javagen;

import io.triglot.processor.spi.Backend.Lowered;
import io.triglot.processor.spi.InputNaming;
import java.util.Map;

/** The naming of each protocol that the run time knows. */
public record InputNamings(InputNaming rest, InputNaming graphql, InputNaming grpc) {
  /**
   * Those of the back ends with these ids.
   *
   * @param lowered the model as each back end has it, by the back end's id
   */
  public static InputNamings of(Map<String, Lowered> lowered) {
    return new InputNamings(
        naming(lowered, "rest"), naming(lowered, "graphql"), naming(lowered, "grpc"));
  }

  private static InputNaming naming(Map<String, Lowered> lowered, String id) {
    Lowered found = lowered.get(id);
    return found == null ? InputNaming.COMMON : found.inputNaming();
  }
}
