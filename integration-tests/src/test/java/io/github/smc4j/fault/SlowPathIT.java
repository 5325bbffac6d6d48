package io.github.smc4j.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smc4j.Breaker;
import io.github.smc4j.Link;
import io.github.smc4j.SmcSocketFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller's timeout is longer than the path takes, but half of it is not. */
@Tag("fault")
class SlowPathIT {
  private static final Duration DELAY = Duration.ofSeconds(2);
  private static final int TIMEOUT = 3_000;

  @Test
  void connect_hasTheWholeTimeoutForTcpAfterTheFirstTime(@TempDir Path directory) throws Exception {
    try (Middlebox middlebox = Middlebox.start(directory, DELAY);
        EchoServer server = EchoServer.overTcp(Reaction.CLOSE)) {
      InetSocketAddress destination = middlebox.inFrontOf(server.port());

      try (Socket first = new SmcSocketFactory().createSocket()) {
        assertThatThrownBy(() -> first.connect(destination, TIMEOUT))
            .isInstanceOf(SocketTimeoutException.class);
      }
      assertThat(Breaker.failures())
          .singleElement()
          .satisfies(failure -> assertThat(failure.cause()).contains("1500 ms"));

      awaitNoMoreHeldBack(destination);
      try (Socket second = new SmcSocketFactory().createSocket()) {
        second.connect(destination, TIMEOUT);
        assertThat(Link.of(second).kind()).isEqualTo(Link.Kind.TCP);
        Exchange.over(second);
      }
    }
  }

  private static void awaitNoMoreHeldBack(InetSocketAddress destination) throws IOException {
    try (Socket patient = new Socket()) {
      patient.connect(destination);
    }
  }
}
