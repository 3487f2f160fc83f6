package io.triglot.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes connections on to a port of this machine, and cuts each of them after a random number of
 * bytes, in the middle of whatever is on its way.
 */
final class CuttingProxy implements AutoCloseable {
  private final ServerSocket listening;
  private final int target;
  private final int mostBytes;
  private final Random random;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger cuts = new AtomicInteger();

  /** What every connection may send: less would look like a server that is not there. */
  private static final int FEWEST_BYTES = 300;

  /** A proxy whose connections last for about so many bytes in each direction at most. */
  CuttingProxy(int target, int mostBytes, long seed) {
    this.target = target;
    this.mostBytes = mostBytes;
    random = new Random(seed);
    try {
      listening = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    threads.execute(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** How many connections it has cut. */
  int cuts() {
    return cuts.get();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    open.forEach(CuttingProxy::reset);
    threads.shutdownNow();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(server);
        int up = FEWEST_BYTES + random.nextInt(mostBytes);
        int down = FEWEST_BYTES + random.nextInt(mostBytes);
        threads.execute(() -> pump(client, server, up));
        threads.execute(() -> pump(server, client, down));
      } catch (IOException closed) {
        // and the loop ends
      }
    }
  }

  private void pump(Socket from, Socket to, int bytes) {
    byte[] buffer = new byte[1_024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int left = bytes;
      while (left > 0) {
        int read = in.read(buffer, 0, Math.min(left, buffer.length));
        if (read < 0) {
          break;
        }
        out.write(buffer, 0, read);
        left -= read;
      }
      if (left == 0) {
        cuts.incrementAndGet();
      }
    } catch (IOException broken) {
      // the other direction has ended
    } finally {
      reset(from);
      reset(to);
      open.remove(from);
      open.remove(to);
    }
  }

  /** Closes a connection as if its machine were gone, without a word that it is over. */
  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException closed) {
      // is what is wanted
    }
  }
}
