package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.EnumSource;

/** SMC-R version 2 is for IPv4 alone, also in a JVM whose sockets are IPv6 ones. */
@Tag("pair")
@EnumSource(names = "IPV4")
class SmcrSocketContractIT extends SocketContract {
  SmcrSocketContractIT() {
    super(new SmcTransport(), Nature.SMC_R, RemotePeer.ofSystemProperty());
  }

  /** What the JDK has bound is an IPv6 socket, with which Linux before 6.14 has no SMC-R. */
  @Override
  public void connect_leavesFromTheAddressBoundBefore() throws IOException {
    Peer.Listener listener = peerListens(new Behaviours.Echo());
    Connection here = open(listener.address());

    here.bind(here());
    InetSocketAddress bound = here.local();
    here.connect(listener.address());

    assertThat(here.nature()).isEqualTo(Nature.TCP);
    assertThat(here.local()).isEqualTo(bound);
  }

  @Test
  void connect_reachesAListenerWithoutSmcOverTcp() throws IOException {
    Peer.Listener listener =
        closing(peer().listen(new TcpTransport(), family(), new Behaviours.Source(1000)));

    Connection here = connect(listener.address());

    assertThat(here.nature()).isEqualTo(Nature.TCP);
    assertThat(here.readExactly(1000)).isEqualTo(Pattern.bytes(1000));
    assertThat(here.read()).isNegative();
  }
}
