package io.triglot.benchmarks.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** Passes connections on to a port of 127.0.0.1 and counts the bytes, heads and frames included. */
final class CountingRelay implements AutoCloseable {
  private final ServerSocket listening;
  private final int target;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final LongAdder sent = new LongAdder();
  private final LongAdder received = new LongAdder();

  CountingRelay(int target) throws IOException {
    this.target = target;
    listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** The bytes that clients have sent so far. */
  long sent() {
    return sent.sum();
  }

  /** The bytes that they have got so far. */
  long received() {
    return received.sum();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
    threads.shutdownNow();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        open.add(client);
        open.add(server);
        threads.execute(() -> pump(client, server, sent));
        threads.execute(() -> pump(server, client, received));
      } catch (IOException closed) {
        // and the loop ends
      }
    }
  }

  private static void pump(Socket from, Socket to, LongAdder counter) {
    byte[] buffer = new byte[64 * 1024];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        counter.add(read); // before anybody can have read it
        out.write(buffer, 0, read);
      }
    } catch (IOException closed) {
      // by either side
    }
  }
}
