package io.github.smc4j.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.SmcChannels;
import io.github.smc4j.SmcSocketFactory;
import io.github.smc4j.contract.LogLines;
import io.github.smc4j.contract.Task;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fifty connections that are closed at once: the log says that SMC does not pay for them. */
@Tag("fault")
class BriefConnectionsIT {
  private static final int FIFTY = 50;

  private final LogLines log = new LogLines();

  @AfterEach
  void leaveTheLog() {
    log.close();
  }

  @Test
  void sockets_areToldOfWithTheRuleToWrite() throws IOException {
    try (EchoServer server = EchoServer.overSmc()) {
      for (int i = 0; i < FIFTY; i++) {
        new SmcSocketFactory()
            .createSocket(InetAddress.getLoopbackAddress(), server.port())
            .close();
      }
      assertThat(log.with(rule(server))).isNotEmpty();
    }
  }

  @Test
  void channels_areToldOfWithTheRuleToWrite() throws IOException {
    try (EchoServer server = EchoServer.overSmc()) {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
      for (int i = 0; i < FIFTY; i++) {
        try (var channel = SmcChannels.openSocketChannel(address)) {
          channel.connect(address);
        }
      }
      await().atMost(Task.PATIENCE).until(() -> !log.with(rule(server)).isEmpty());
    }
  }

  private static String rule(EchoServer server) {
    return "{ direction = connect, to = \"127.0.0.1\", ports = " + server.port() + ", mode = off }";
  }
}
