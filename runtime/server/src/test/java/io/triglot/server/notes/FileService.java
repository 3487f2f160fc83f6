package io.triglot.server.notes;

import io.triglot.ApiOperation;
import io.triglot.runtime.Download;
import io.triglot.runtime.Failure;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.StatusCode;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Has content that is no JSON. */
@PermitAll
public class FileService {
  /** Ends when a stream has been closed. */
  public final CountDownLatch closed = new CountDownLatch(1);

  /** Has the second half written, when it ends. */
  public final CountDownLatch half = new CountDownLatch(1);

  /** Ends when a client has gone. */
  public final CountDownLatch gone = new CountDownLatch(1);

  /** A file. */
  @ApiOperation(value = "GET /files/{name}", protocols = Protocol.REST)
  public Download file(String name) {
    if (name.equals("none")) {
      throw Failure.of(StatusCode.NOT_FOUND, "There is no such file").asException();
    }
    byte[] content = ("This is " + name).getBytes(StandardCharsets.UTF_8);
    return Download.of(
            "text/plain; charset=utf-8",
            new ByteArrayInputStream(content) {
              @Override
              public void close() throws IOException {
                super.close();
                closed.countDown();
              }
            })
        .named(name);
  }

  /** Content whose second half is not there yet. */
  @ApiOperation(value = "GET /halves", protocols = Protocol.REST)
  public Download halves() {
    return Download.of(
        "application/octet-stream",
        out -> {
          out.write(new byte[100_000]);
          out.flush();
          try {
            half.await();
          } catch (InterruptedException e) {
            throw new InterruptedIOException();
          }
          out.write(new byte[100_000]);
        });
  }

  /** Content that breaks off. */
  @ApiOperation(value = "GET /broken", protocols = Protocol.REST)
  public Download broken() {
    return Download.of(
        "application/octet-stream",
        out -> {
          try (out) {
            out.write(new byte[100_000]);
            throw new IOException("the disk is gone");
          }
        });
  }

  /** Content without end. */
  @ApiOperation(value = "GET /endless", protocols = Protocol.REST)
  public Download endless() {
    return Download.of(
        "application/octet-stream",
        out -> {
          try {
            while (true) {
              out.write(new byte[100_000]);
            }
          } catch (IOException e) {
            gone.countDown();
            throw e;
          }
        });
  }

  /** Bytes that are there. */
  @ApiOperation(value = "GET /bytes", protocols = Protocol.REST)
  public Download bytes() {
    return Download.of("image/png", new byte[] {1, 2, 3});
  }
}
