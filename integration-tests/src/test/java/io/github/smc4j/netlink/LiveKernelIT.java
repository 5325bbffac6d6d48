package io.github.smc4j.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smc4j.FallbackCause;
import io.github.smc4j.Link;
import io.github.smc4j.Smc;
import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.Errno;
import io.github.smc4j.internal.kernel.Syscalls;
import io.github.smc4j.internal.netlink.FallbackStatistics;
import io.github.smc4j.internal.netlink.NetlinkErrorException;
import io.github.smc4j.internal.netlink.SmcDiag;
import io.github.smc4j.internal.netlink.SmcDiagSocket;
import io.github.smc4j.internal.netlink.SmcGenNetlink;
import io.github.smc4j.internal.netlink.SmcMode;
import io.github.smc4j.internal.netlink.SmcState;
import io.github.smc4j.internal.netlink.SmcdLinkGroup;
import io.github.smc4j.internal.netlink.Ueid;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a kernel with SMC-D over loopback-ism and one UEID tells, asked for over netlink. */
@Tag("lab")
class LiveKernelIT {
  private static final int AF_SMC = 43;
  private static final int SOCK_STREAM = 1;
  private static final int SOCK_CLOEXEC = 0x80000;

  /** The kernel sockets that can stand below a channel. */
  private enum Type {
    TCP(2, 6),
    AF_SMC_IPV4(AF_SMC, 0),
    AF_SMC_IPV6(AF_SMC, 1),
    IPPROTO_SMC(2, 256);

    private final int domain;
    private final int protocol;

    Type(int domain, int protocol) {
      this.domain = domain;
      this.protocol = protocol;
    }
  }

  private static final Path SELF = Path.of("/proc/self");

  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeAll
  static void needSmc() {
    Smc.ensureAvailable();
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void link_tellsSmcdOfBothEnds() throws Exception {
    for (Type type : List.of(Type.AF_SMC_IPV4, Type.IPPROTO_SMC)) {
      Connection connection = connect(type, type);

      for (SocketChannel end : connection.ends()) {
        Link link = Link.of(end);
        assertThat(link.kind()).isEqualTo(Link.Kind.SMC_D);
        assertThat(link.device()).contains("loopback-ism");
        assertThat(link.localCause()).isEmpty();
        assertThat(link.peerCause()).isEmpty();
        assertThat(link.sendBuffer()).isBetween(16_000, 1 << 20);
        assertThat(link.receiveBuffer()).isBetween(16_000, 1 << 20);
        assertThat(link.toString()).matches("SMC-D, link group 0x[0-9a-f]{8}, device loopback-ism");
        assertThat(linkGroups()).contains(link.linkGroup().getAsLong());
        assertThat(Link.of(end.socket()).linkGroup()).isEqualTo(link.linkGroup());
      }
    }
  }

  @Test
  void link_staysWhatItWasWhenThePeerCloses() throws Exception {
    Connection connection = connect(Type.AF_SMC_IPV4, Type.AF_SMC_IPV4);

    connection.server().close();

    assertThat(connection.client().read(ByteBuffer.allocate(1))).isEqualTo(-1);
    assertThat(Link.of(connection.client()).kind()).isEqualTo(Link.Kind.SMC_D);
  }

  @Test
  void link_tellsThatThePeerHasNoSmc() throws Exception {
    assertFellBack(connect(Type.AF_SMC_IPV4, Type.TCP).client(), 0x03010000, 0);
    assertFellBack(connect(Type.TCP, Type.AF_SMC_IPV4).server(), 0x03010000, 0);
  }

  @Test
  void link_tellsNoCauseOfPlainTcp() throws Exception {
    Connection connection = connect(Type.AF_SMC_IPV4, Type.TCP);

    assertThat(Link.of(connection.server()).toString()).startsWith("TCP, opened as TCP");
    assertThat(Link.of(connection.server()).localCause()).isEmpty();
  }

  @Test
  void link_tellsWhatThePeerDeclinedWith() throws Exception {
    Ueid ueid = onlyUeid();
    try (SmcGenNetlink netlink = SmcGenNetlink.open()) {
      netlink.removeUeid(ueid);
      try {
        Connection connection = connect(Type.AF_SMC_IPV4, Type.AF_SMC_IPV4);
        assertFellBack(connection.client(), 0x05000000, 0x03030008);
        assertFellBack(connection.server(), 0x03030008, 0);
        assertThat(Link.of(connection.client()).toString())
            .contains("peer reports 0x03030008", "set the same UEID on both hosts");
      } finally {
        netlink.addUeid(ueid);
      }
    }
  }

  @Test
  void link_tellsThatAnOptionRuledSmcOut() throws Exception {
    ServerSocketChannel listener = listen(Type.AF_SMC_IPV4);
    SocketChannel client = channel(Type.AF_SMC_IPV4);
    int ipprotoTcp = 6;
    int tcpFastopenConnect = 30;
    Errno.check(
        Syscalls.setsockopt(Descriptors.of(client), ipprotoTcp, tcpFastopenConnect, new int[] {1}),
        "setsockopt");

    client.connect(listener.getLocalAddress());
    client.write(ByteBuffer.allocate(1));

    assertFellBack(client, 0x03060000, 0);
  }

  @Test
  void link_refusesAnSmcChannelThatIsNotConnected() throws Exception {
    SocketChannel channel = channel(Type.AF_SMC_IPV4);

    assertThatThrownBy(() -> Link.of(channel))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("not connected");
  }

  @Test
  void link_tellsSmcdOfASocketAndOfALayeredTlsSocketWhichOneToAsk() throws Exception {
    ServerSocketChannel listener = listen(Type.AF_SMC_IPV4);
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (Socket socket = new Socket()) {
      socket.setReuseAddress(true);
      convert(Descriptors.of(socket), Type.AF_SMC_IPV6);
      socket.connect(listener.getLocalAddress());
      assertThat(Link.of(socket).kind()).isEqualTo(Link.Kind.SMC_D);

      try (Socket layered = factory.createSocket(socket, "localhost", socket.getPort(), false)) {
        assertThatThrownBy(() -> Link.of(layered))
            .isInstanceOf(SocketException.class)
            .hasMessageContaining("layered over another: ask for the link of that one");
      }
    }
  }

  @Test
  void link_leavesNoDescriptorOpen() throws Exception {
    Connection connection = connect(Type.AF_SMC_IPV4, Type.AF_SMC_IPV4);
    Link.of(connection.client());
    long before = openDescriptors();

    for (int i = 0; i < 100; i++) {
      Link.of(connection.client());
    }

    assertThat(openDescriptors()).isEqualTo(before);
  }

  @Test
  void dump_listsEverySocketOfADumpOfManyDatagrams() throws Exception {
    List<Long> inodes = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      for (SocketChannel end : connect(Type.AF_SMC_IPV4, Type.AF_SMC_IPV4).ends()) {
        inodes.add(Syscalls.inode(Descriptors.of(end)));
      }
    }

    assertThat(SmcDiag.dump()).extracting(SmcDiagSocket::inode).containsAll(inodes);
  }

  @Test
  void dump_tellsAddressesOwnerAndStateOfASocket() throws Exception {
    ServerSocketChannel listener = listen(Type.AF_SMC_IPV4);
    SocketChannel client = channel(Type.AF_SMC_IPV4);
    assertThat(find(client).state()).isEqualTo(SmcState.INIT);
    assertThat(find(client).mode()).isNull();

    client.connect(listener.getLocalAddress());

    SmcDiagSocket socket = find(client);
    assertThat(socket.state()).isEqualTo(SmcState.ACTIVE);
    assertThat(socket.mode()).isEqualTo(SmcMode.SMC_D);
    assertThat(socket.local()).isEqualTo(client.getLocalAddress());
    assertThat(socket.peer()).isEqualTo(client.getRemoteAddress());
    assertThat(socket.uid()).isEqualTo(((Number) Files.getAttribute(SELF, "unix:uid")).longValue());
    assertThat(socket.fallbackReason()).isZero();
  }

  @Test
  void systemInfo_tellsThatThereIsAnIsmDevice() throws Exception {
    try (SmcGenNetlink netlink = SmcGenNetlink.open()) {
      assertThat(netlink.systemInfo().version()).isGreaterThanOrEqualTo(2);
      assertThat(netlink.systemInfo().ismV2()).isTrue();
      assertThat(netlink.smcdDevices()).isEmpty();
      assertThat(netlink.smcrDevices()).isEmpty();
      assertThat(netlink.smcrLinkGroups()).isEmpty();
      assertThat(netlink.seid().enabled()).isFalse();
    }
  }

  @Test
  void fallbackStatistics_countAFallbackAtBothEnds() throws Exception {
    connect(Type.AF_SMC_IPV4, Type.TCP);
    connect(Type.TCP, Type.AF_SMC_IPV4);
    FallbackStatistics before = fallbackStatistics();

    connect(Type.AF_SMC_IPV4, Type.TCP);
    connect(Type.TCP, Type.AF_SMC_IPV4);

    assertThat(fallbackStatistics().client()).isEqualTo(before.client() + 1);
    assertThat(fallbackStatistics().server()).isEqualTo(before.server() + 1);
    assertThat(fallbackStatistics().counts())
        .extracting(FallbackStatistics.Count::reason)
        .contains(0x03010000);
  }

  @Test
  void addUeid_isRefusedForOneThatIsThereAndForAFifth() throws Exception {
    try (SmcGenNetlink netlink = SmcGenNetlink.open()) {
      List<String> before = netlink.ueids();
      List<Ueid> added = new ArrayList<>();
      try {
        while (before.size() + added.size() < 4) {
          Ueid ueid = new Ueid("SMC4J-TEST." + added.size());
          netlink.addUeid(ueid);
          added.add(ueid);
        }
        assertThat(netlink.ueids()).hasSize(4).containsAll(before);
        assertRefused(() -> netlink.addUeid(new Ueid("SMC4J-FIFTH")), "SMC4J-FIFTH: ");
        netlink.removeUeid(added.remove(0));
        assertRefused(() -> netlink.addUeid(added.get(0)), "SMC4J-TEST.1: ");
      } finally {
        for (Ueid ueid : added) {
          netlink.removeUeid(ueid);
        }
      }
      assertThat(netlink.ueids()).isEqualTo(before);
    }
  }

  private static void assertRefused(ThrowingCallable change, String message) {
    assertThatThrownBy(change)
        .isInstanceOf(NetlinkErrorException.class)
        .hasMessageContaining(message);
  }

  private static long openDescriptors() throws IOException {
    try (Stream<Path> descriptors = Files.list(SELF.resolve("fd"))) {
      return descriptors.count();
    }
  }

  private static Ueid onlyUeid() throws IOException {
    try (SmcGenNetlink netlink = SmcGenNetlink.open()) {
      assertThat(netlink.ueids()).hasSize(1);
      return new Ueid(netlink.ueids().get(0));
    }
  }

  private static List<Long> linkGroups() throws IOException {
    try (SmcGenNetlink netlink = SmcGenNetlink.open()) {
      return netlink.smcdLinkGroups().stream().map(SmcdLinkGroup::id).toList();
    }
  }

  private static FallbackStatistics fallbackStatistics() throws IOException {
    try (SmcGenNetlink netlink = SmcGenNetlink.open()) {
      return netlink.fallbackStatistics();
    }
  }

  private static SmcDiagSocket find(SocketChannel channel) throws IOException {
    long inode = Syscalls.inode(Descriptors.of(channel));
    return SmcDiag.dump().stream()
        .filter(socket -> socket.inode() == inode)
        .findFirst()
        .orElseThrow();
  }

  private static void assertFellBack(SocketChannel channel, int reason, int peerDiagnosis)
      throws IOException {
    Link link = Link.of(channel);
    assertThat(link.kind()).isEqualTo(Link.Kind.TCP);
    assertThat(link.localCause()).contains(FallbackCause.of(reason));
    assertThat(link.peerCause().map(FallbackCause::code).orElse(0)).isEqualTo(peerDiagnosis);
    assertThat(link.device()).isEmpty();
    assertThat(link.linkGroup()).isEmpty();
  }

  private record Connection(
      ServerSocketChannel listener, SocketChannel client, SocketChannel server) {
    private List<SocketChannel> ends() {
      return List.of(client, server);
    }
  }

  private Connection connect(Type client, Type server) throws IOException {
    ServerSocketChannel listener = listen(server);
    SocketChannel connected = channel(client);
    connected.connect(listener.getLocalAddress());
    SocketChannel accepted = listener.accept();
    open.add(accepted);
    return new Connection(listener, connected, accepted);
  }

  private SocketChannel channel(Type type) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.INET);
    open.add(channel);
    convert(Descriptors.of(channel), type);
    return channel;
  }

  private ServerSocketChannel listen(Type type) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.INET);
    open.add(listener);
    convert(Descriptors.of(listener), type);
    return listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private static void convert(int fd, Type type) throws IOException {
    int socket =
        Errno.check(
            Syscalls.socket(type.domain, SOCK_STREAM | SOCK_CLOEXEC, type.protocol), "socket");
    Errno.check(Syscalls.dup3(socket, fd), "dup3");
    Errno.check(Syscalls.close(socket), "close");
  }
}
