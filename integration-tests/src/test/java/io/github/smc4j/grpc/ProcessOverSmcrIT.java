package io.github.smc4j.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.Breaker;
import io.github.smc4j.contract.LocalPeer;
import io.github.smc4j.contract.RemotePeer;
import io.github.smc4j.contract.RoceDevice;
import io.github.smc4j.contract.Task;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server on another machine, and the channel in a JVM whose sockets are IPv6 ones. */
@Tag("pair")
class ProcessOverSmcrIT extends ProcessContract {
  private final RoceDevice device = new RoceDevice(new LocalPeer());
  private final RoceDevice deviceOfPeer = new RoceDevice(RemotePeer.ofSystemProperty());

  ProcessOverSmcrIT() throws IOException {
    super(RemotePeer.ofSystemProperty(), Kind.SMC_R);
  }

  /** That it falls back to TCP is no failure, so the breaker stays out of it. */
  @Test
  void deviceThatGoes_failsStreamsAndGetsTheChannelBackOnTcpUntilItReturns() throws Exception {
    assertThat(ask()).isEqualTo(HELLO);
    StreamedCall stream = new StreamedCall(channel);
    stream.exchange();
    stream.sendMuch();

    Task<Void> removal = Task.run(device::remove);

    stream.awaitUnavailable("device gone");
    assertThat(ask()).isEqualTo(HELLO);
    assertRunsOn(Kind.TCP);
    assertThat(Breaker.failures()).isEmpty();
    removal.result();

    device.restore();
    deviceOfPeer.renew();
    await().atMost(Task.PATIENCE).until(() -> linksAfterReconnect().contains(Kind.SMC_R));
  }

  /** With those that the channel has not closed yet. */
  private List<Kind> linksAfterReconnect() throws IOException {
    channel.enterIdle();
    assertThat(ask()).isEqualTo(HELLO);
    return LinkObserver.kinds(server.address());
  }
}
