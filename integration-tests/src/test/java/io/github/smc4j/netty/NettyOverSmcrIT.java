package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.FallbackCause;
import io.github.smc4j.Link;
import io.github.smc4j.contract.Behaviour;
import io.github.smc4j.contract.Behaviours;
import io.github.smc4j.contract.Family;
import io.github.smc4j.contract.Peer;
import io.github.smc4j.contract.RemotePeer;
import io.github.smc4j.contract.SmcTransport;
import io.netty.channel.Channel;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Netty channels to another machine, in a JVM whose sockets are IPv6 ones. */
@Tag("pair")
class NettyOverSmcrIT {
  private final Peer peer = RemotePeer.ofSystemProperty();

  private Peer.Listener listen(Behaviour behaviour) throws IOException {
    return peer.listen(new SmcTransport(), Family.IPV4, behaviour);
  }

  @Test
  void nio_runsOnSmcr() throws Exception {
    try (Peer.Listener listener = listen(new Behaviours.Echo())) {
      Dialogue dialogue = new Dialogue();
      Channel channel =
          Loops.nio(1).client().handler(dialogue).connect(listener.address()).sync().channel();

      assertThat(Link.of(channel).kind()).isEqualTo(Link.Kind.SMC_R);
      dialogue.exchange(channel);
      channel.close().sync();
    }
  }

  /** Netty opens the IPv6 socket before it knows where to; Linux takes those since 6.14. */
  @Test
  void epoll_tellsWhyItRunsOnTcp() throws Exception {
    try (Peer.Listener listener = listen(new Behaviours.Echo())) {
      Dialogue dialogue = new Dialogue();
      Channel channel =
          Loops.epoll().client().handler(dialogue).connect(listener.address()).sync().channel();

      Link link = Link.of(channel);
      assertThat(link.kind()).isEqualTo(Link.Kind.TCP);
      assertThat(link.peerCause()).contains(FallbackCause.of(0x03030007));
      dialogue.exchange(channel);
      channel.close().sync();
    }
  }
}
