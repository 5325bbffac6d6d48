package io.github.smc4j.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.contract.Pattern;
import io.github.smc4j.contract.Task;
import java.io.IOException;
import java.net.Socket;

/** What an application does with its connection: a megabyte there and back, both at a time. */
final class Exchange {
  static final int SIZE = 1 << 20;
  private static final int FEW = 1000;

  private Exchange() {}

  /** Fails at the first byte that comes back wrong, or not at all. */
  static void over(Socket socket) throws Exception {
    Task<Void> sending = Task.run(() -> socket.getOutputStream().write(Pattern.bytes(SIZE)));
    byte[] received = Task.start(() -> socket.getInputStream().readNBytes(SIZE)).result();
    sending.result();
    verify(received, SIZE);
  }

  /** A thousand bytes there, then back. */
  static void brieflyOver(Socket socket) throws IOException {
    socket.getOutputStream().write(Pattern.bytes(FEW));
    verify(socket.getInputStream().readNBytes(FEW), FEW);
  }

  private static void verify(byte[] received, int size) {
    assertThat(received).hasSize(size);
    Pattern.verify(received, size, 0);
  }
}
