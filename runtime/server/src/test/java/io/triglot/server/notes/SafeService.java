package io.triglot.server.notes;

import io.triglot.ApiOperation;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.Upload;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Takes files from some callers only. */
@RolesAllowed("writer")
public class SafeService {
  /** Tells how large a file is. */
  @ApiOperation(protocols = Protocol.GRAPHQL)
  public long addFile(Upload file) throws IOException {
    try (InputStream in = file.stream()) {
      return in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
