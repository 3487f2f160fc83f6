package io.triglot.server.notes;

import io.triglot.ApiOperation;
import io.triglot.ApiService;
import io.triglot.runtime.Protocol;
import jakarta.annotation.security.PermitAll;

/** Answers with what it is told, at once. */
@PermitAll
@ApiService(protocols = Protocol.REST)
public class EchoService {
  /**
   * What was said.
   *
   * @param word what was said
   */
  public record Word(String word) {}

  /** Says it again. */
  @ApiOperation(value = "POST /echo", blocking = false)
  public Word echo(Word said) {
    return said;
  }

  /** Says hello. */
  @ApiOperation("GET /hello")
  public Word hello() {
    return new Word("hello");
  }
}
