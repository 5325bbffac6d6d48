package io.github.smc4j.agent;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.contract.AcceptLoop;
import io.github.smc4j.contract.Task;
import io.github.smc4j.demo.LinkObserver;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sockets of this JVM, which has the agent, that are closed while they are connected. */
@Tag("agent")
class CloseUnderTheAgentIT {
  private static final int ROUNDS = 200;
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
  private static final String TEXT = "what belongs into the file";

  @TempDir private Path directory;

  @Test
  void close_whileConnectingLeavesTheNextDescriptorAlone_andNoConnection() throws Exception {
    Random random = new Random(1);
    Path file = directory.resolve("next");
    try (ServerSocket server = new ServerSocket()) {
      server.bind(Loopback.address(0), ROUNDS);
      InetSocketAddress destination = (InetSocketAddress) server.getLocalSocketAddress();
      Task<Void> unused = Task.run(() -> AcceptLoop.untilClosed(server));
      for (int round = 0; round < ROUNDS; round++) {
        Socket socket = new Socket();
        CountDownLatch start = new CountDownLatch(1);
        Task<Void> connecting = Task.run(() -> connect(socket, destination, start));
        start.await();
        LockSupport.parkNanos((long) (random.nextDouble() * LONGEST_PAUSE));

        socket.close();
        try (OutputStream next = Files.newOutputStream(file)) {
          connecting.awaitEnd();
          next.write(TEXT.getBytes(US_ASCII));
        }

        assertThat(file).hasContent(TEXT);
      }
      await()
          .atMost(Task.PATIENCE)
          .untilAsserted(() -> assertThat(LinkObserver.connections(destination)).isEmpty());
    }
  }

  private static void connect(Socket socket, InetSocketAddress destination, CountDownLatch start)
      throws IOException {
    start.countDown();
    try {
      socket.connect(destination);
    } catch (SocketException closed) {
      assertThat(socket.isClosed()).isTrue();
    }
  }
}
