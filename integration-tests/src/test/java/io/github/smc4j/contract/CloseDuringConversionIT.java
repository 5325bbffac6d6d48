package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Link;
import io.github.smc4j.SmcServerSocketFactory;
import io.github.smc4j.SmcSocketFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A descriptor number that is freed by a close must not be taken for the socket that had it. */
@Tag("lab")
class CloseDuringConversionIT {
  private static final int ROUNDS = 300;

  @Test
  void close_whileConnectingLeavesTheNextSocketAlone() throws Exception {
    ExecutorService others = Executors.newFixedThreadPool(2);
    try (ServerSocket server =
            new SmcServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      others.execute(() -> AcceptLoop.untilClosed(server));
      for (int round = 0; round < ROUNDS; round++) {
        Socket socket = new SmcSocketFactory().createSocket();
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Socket> next =
            others.submit(
                () -> {
                  start.await();
                  socket.close();
                  return new Socket(plain.getInetAddress(), plain.getLocalPort());
                });
        start.await();
        connectIfStillOpen(socket, server);
        try (Socket tcp = next.get()) {
          assertThat(Link.of(tcp).toString()).startsWith("TCP, opened as TCP");
          plain.accept().close();
        }
      }
    } finally {
      others.shutdownNow();
    }
  }

  private static void connectIfStillOpen(Socket socket, ServerSocket server) throws IOException {
    try {
      socket.connect(server.getLocalSocketAddress());
    } catch (SocketException closed) {
      assertThat(socket.isClosed()).isTrue();
    }
  }
}
