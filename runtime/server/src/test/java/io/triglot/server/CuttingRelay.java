package io.triglot.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A relay before a server that breaks each connection off after some bytes of its answers. */
final class CuttingRelay implements AutoCloseable {
  private final ServerSocket listening;
  private final int bytes;
  private final AtomicInteger cuts = new AtomicInteger();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "relay");
            thread.setDaemon(true);
            return thread;
          });
  private volatile int target;

  /**
   * A relay.
   *
   * @param bytes after how many bytes a connection breaks
   */
  CuttingRelay(URI server, int bytes) throws IOException {
    this.bytes = bytes;
    target = server.getPort();
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  /** How many connections it has broken. */
  int cuts() {
    return cuts.get();
  }

  /** Where connections lead from now on. */
  void leadTo(URI server) {
    target = server.getPort();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        threads.execute(() -> relay(client));
      }
    } catch (IOException closed) {
      // that was all
    }
  }

  private void relay(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      threads.execute(() -> requests(client, server));
      InputStream answers = server.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] buffer = new byte[64];
      int left = bytes;
      for (int n = answers.read(buffer); n >= 0; n = answers.read(buffer)) {
        out.write(buffer, 0, Math.min(n, left));
        out.flush();
        left -= n;
        if (left <= 0) {
          cuts.incrementAndGet();
          client.setSoLinger(true, 0);
          return;
        }
      }
    } catch (IOException gone) {
      // either of them
    }
  }

  private static void requests(Socket client, Socket server) {
    try {
      client.getInputStream().transferTo(server.getOutputStream());
      server.shutdownOutput();
    } catch (IOException gone) {
      closeBoth(client, server);
    }
  }

  private static void closeBoth(Socket client, Socket server) {
    try (client;
        server) {
      // that is all
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
