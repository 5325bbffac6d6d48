package io.github.smc4j.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.Breaker;
import io.github.smc4j.FallbackCause;
import io.github.smc4j.Link;
import io.github.smc4j.SmcServerSocketFactory;
import io.github.smc4j.SmcSocketFactory;
import io.github.smc4j.contract.Family;
import io.github.smc4j.contract.Task;
import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.SocketType;
import io.github.smc4j.internal.netlink.SmcGenNetlink;
import io.github.smc4j.internal.netlink.Ueid;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Conditions that the kernel meets by itself, with TCP or, in spite of all, with SMC. */
@Tag("fault")
class FallbackIT {
  private static final Ueid UEID = new Ueid("SMC4J-LAB");

  /** What loopback-ism has: SMC_LO_MAX_DMBS in net/smc/smc_loopback.h. */
  private static final int DMBS = 5000;

  /** Nothing of this is a failure of SMC, so SMC is tried again the next time. */
  @AfterEach
  void nothingIsRemembered() {
    assertThat(Breaker.failures()).isEmpty();
  }

  @Test
  void listenerWithoutSmc_isTcp() throws Exception {
    try (EchoServer server = EchoServer.overTcp(Reaction.CLOSE)) {
      Link link = exchangedWith(server, "listener without SMC");

      assertFellBack(link, 0x03010000);
      assertThat(link.peerCause()).isEmpty();
      assertThat(server.proposals()).isZero();
    }
  }

  @Test
  void missingUeid_isTcpAndThePeerTellsTheCause() throws Exception {
    try (EchoServer server = EchoServer.overSmc();
        SmcGenNetlink netlink = SmcGenNetlink.open()) {
      netlink.removeUeid(UEID);
      try {
        Link link = exchangedWith(server, "no UEID");

        assertFellBack(link, 0x05000000);
        assertThat(link.peerCause().map(FallbackCause::code)).contains(0x03030008);
      } finally {
        netlink.addUeid(UEID);
      }
    }
  }

  /** What is looked at for messages of the handshake belongs to the application all the same. */
  @Test
  void everyByte_isReadHoweverOftenTheStreamIsAskedFor() throws Exception {
    try (EchoServer server = EchoServer.overSmc();
        SmcGenNetlink netlink = SmcGenNetlink.open()) {
      netlink.removeUeid(UEID);
      try (Socket socket = attempt(loopback(server)).success()) {
        byte[] sent = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        socket.getOutputStream().write(sent);

        byte[] received = new byte[sent.length];
        for (int i = 0; i < received.length; i++) {
          received[i] = (byte) socket.getInputStream().read();
        }

        assertThat(received).isEqualTo(sent);
      } finally {
        netlink.addUeid(UEID);
      }
    }
  }

  @Test
  void channelThatFellBack_isResetWhereSmcIsRequired() throws Exception {
    SmcSocketFactory requiring = new SmcSocketFactory("smc.mode=require");
    try (EchoServer server = EchoServer.overTcp(Reaction.CLOSE)) {
      long before = descriptors();
      for (int i = 0; i < 20; i++) {
        try (SocketChannel channel = requiring.openSocketChannel(loopback(server))) {
          channel.connect(loopback(server));
          assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1)))
              .isInstanceOf(IOException.class);
        }
      }
      await().atMost(Task.PATIENCE).until(() -> descriptors() <= before);
    }
  }

  private static long descriptors() throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.count();
    }
  }

  @Test
  void directMemoryBuffersUsedUp_isTcp() throws Exception {
    Deque<Closeable> held = new ArrayDeque<>();
    try (EchoServer server = EchoServer.overSmc();
        ServerSocket idle = new SmcServerSocketFactory().createServerSocket(0)) {
      Socket last;
      do {
        last = new SmcSocketFactory().createSocket(Family.IPV4.loopback(), idle.getLocalPort());
        held.add(last);
        held.add(idle.accept());
      } while (SocketType.isSmc(Descriptors.of(last)) && held.size() <= DMBS);

      Link link = exchangedWith(server, "no buffer left after " + held.size() / 2 + " connections");
      assertFellBack(link, 0x030d0000);
    } finally {
      for (Closeable each : held) {
        each.close();
      }
    }
  }

  @Test
  void ipv6_isSmc() throws Exception {
    try (EchoServer server = EchoServer.overSmc()) {
      InetSocketAddress destination = new InetSocketAddress(Family.IPV6.loopback(), server.port());

      assertThat(exchangedOver(attempt(destination), "IPv6").kind()).isEqualTo(Link.Kind.SMC_D);
    }
  }

  /** AF_SMC refuses the option since January 2025, IPPROTO_SMC takes it. */
  @Test
  void listenerThatSharesItsPort_isSmc() throws Exception {
    ServerSocket listener = new SmcServerSocketFactory().createServerSocket();
    listener.setOption(StandardSocketOptions.SO_REUSEPORT, true);
    listener.bind(null);
    try (EchoServer server = new EchoServer(listener, Reaction.CLOSE)) {
      assertThat(listener.getOption(StandardSocketOptions.SO_REUSEPORT)).isTrue();
      assertThat(exchangedWith(server, "SO_REUSEPORT").kind()).isEqualTo(Link.Kind.SMC_D);
    }
  }

  private static void assertFellBack(Link link, int code) {
    assertThat(link.kind()).isEqualTo(Link.Kind.TCP);
    assertThat(link.localCause().map(FallbackCause::code)).contains(code);
  }

  private static Link exchangedWith(EchoServer server, String fault) throws Exception {
    return exchangedOver(attempt(loopback(server)), fault);
  }

  private static Link exchangedOver(Attempt<Socket> attempt, String fault) throws Exception {
    try (Socket socket = attempt.success()) {
      Link link = Link.of(socket);
      attempt.report(fault, link);
      Exchange.over(socket);
      return link;
    }
  }

  private static Attempt<Socket> attempt(InetSocketAddress destination) throws Exception {
    return Attempt.of(
        () -> new SmcSocketFactory().createSocket(destination.getAddress(), destination.getPort()));
  }

  private static InetSocketAddress loopback(EchoServer server) {
    return new InetSocketAddress(Family.IPV4.loopback(), server.port());
  }
}
