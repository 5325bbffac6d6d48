package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smc4j.SmcSocketFactory;
import io.github.smc4j.contract.VirtualThreadContract.VirtualThreadTest;
import io.github.smc4j.lab.Command;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connects to a host that never answers are given up as the JDK gives up its own. */
@Tag("lab")
class SilentHostIT {
  private static final int SHORT_MILLIS = 200;
  private static final int NO_TIMEOUT = 0;

  private static final InetSocketAddress SILENT = new InetSocketAddress("10.80.0.99", 9);

  private final Socket socket = new SmcSocketFactory().createSocket();

  /** What is sent to a neighbour that is known, and is not there, gets no answer at all. */
  @BeforeAll
  static void makeNetwork() throws IOException {
    command("ip link add silent0 type veth peer name silent1");
    command("ip address add 10.80.0.1/24 dev silent0");
    command("ip link set silent0 up");
    command("ip link set silent1 up");
    command("ip neighbour add 10.80.0.99 lladdr 02:00:00:00:00:99 nud permanent dev silent0");
  }

  @AfterAll
  static void removeNetwork() throws IOException {
    command("ip link delete silent0");
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
  }

  @Test
  void connect_timesOut() {
    assertThatThrownBy(() -> socket.connect(SILENT, SHORT_MILLIS))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessage("Connect timed out");
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void connect_endsWhenAnotherThreadCloses() throws Exception {
    Task<Void> connecting = Task.run(() -> socket.connect(SILENT)).awaitBlocked();

    socket.close();

    assertThatThrownBy(connecting::result)
        .isExactlyInstanceOf(SocketException.class)
        .hasMessage("Socket closed");
  }

  @Test
  void connect_goesOnWhenAPlatformThreadIsInterrupted() throws Exception {
    Task<Boolean> connecting =
        Task.start(
            () -> {
              Thread.currentThread().interrupt();
              assertThatThrownBy(() -> socket.connect(SILENT, SHORT_MILLIS))
                  .isInstanceOf(SocketTimeoutException.class);
              return Thread.currentThread().isInterrupted();
            });

    assertThat(connecting.result()).isTrue();
  }

  @VirtualThreadTest
  void connect_timesOutOnAVirtualThread() {
    assertThatThrownBy(() -> connectOnVirtualThread(SHORT_MILLIS).result())
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessage("Connect timed out");
    assertThat(socket.isClosed()).isTrue();
  }

  @VirtualThreadTest
  void connect_endsWhenAnotherThreadClosesTheSocketOfAVirtualThread() throws Exception {
    Task<Void> connecting = connectOnVirtualThread(NO_TIMEOUT).awaitBlocked();

    socket.close();

    assertThatThrownBy(connecting::result)
        .isExactlyInstanceOf(SocketException.class)
        .hasMessage("Socket closed");
  }

  @VirtualThreadTest
  void connect_closesTheSocketWhenAVirtualThreadIsInterrupted() {
    Task<Void> connecting = connectOnVirtualThread(NO_TIMEOUT).awaitBlocked();

    connecting.interrupt();

    assertThatThrownBy(connecting::result)
        .isExactlyInstanceOf(SocketException.class)
        .hasMessage("Closed by interrupt");
    assertThat(socket.isClosed()).isTrue();
  }

  private Task<Void> connectOnVirtualThread(int timeout) {
    return Task.startVirtual(
        () -> {
          socket.connect(SILENT, timeout);
          return null;
        });
  }

  private static void command(String line) throws IOException {
    Command.output(line.split(" "));
  }
}
