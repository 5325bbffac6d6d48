package io.github.smc4j.internal.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmcDiagDecoderTest {
  @Test
  void decode_tellsTheBuffersAndTheLinkGroupOfAnSmcdConnection() throws Exception {
    SmcDiagSocket server = one(Captures.LOOPBACK, 1324);

    assertThat(server.state()).isEqualTo(SmcState.ACTIVE);
    assertThat(server.mode()).isEqualTo(SmcMode.SMC_D);
    assertThat(server.local()).hasToString("/127.0.0.1:5001");
    assertThat(server.peer().getPort()).isEqualTo(40834);
    assertThat(server.fallbackReason()).isZero();
    assertThat(server.connection().sendBuffer()).isEqualTo(65504);
    assertThat(server.connection().rmbElement()).isEqualTo(65504);
    assertThat(server.connection().receivedProducer()).isEqualTo(new SmcDiagSocket.Cursor(0, 1));
    assertThat(server.dmb().linkGroup()).isEqualTo(0x100);
    assertThat(server.dmb().gid()).isEqualTo(server.dmb().peerGid()).isNotZero();
    assertThat(server.rdmaLink()).isNull();
  }

  @Test
  void decode_pairsTheTokensOfBothEndsOfAnSmcdConnection() throws Exception {
    SmcDiagSocket.Dmb server = one(Captures.LOOPBACK, 1324).dmb();
    SmcDiagSocket.Dmb client = one(Captures.LOOPBACK, 1322).dmb();

    assertThat(server.token()).isEqualTo(client.peerToken());
    assertThat(server.peerToken()).isEqualTo(client.token());
  }

  @Test
  void decode_tellsTheDeviceAndTheGidsOfAnSmcrConnection() throws Exception {
    SmcDiagSocket client = one(Captures.RDMA, 402);

    assertThat(client.mode()).isEqualTo(SmcMode.SMC_R);
    assertThat(client.connection().sendBuffer()).isEqualTo(65536);
    assertThat(client.rdmaLink())
        .isEqualTo(
            new SmcDiagSocket.RdmaLink(
                1,
                "rxe0",
                1,
                "0000:0000:0000:0000:0000:ffff:0a09:0002",
                "0000:0000:0000:0000:0000:ffff:0a09:0001",
                false));
    assertThat(client.dmb()).isNull();
  }

  @Test
  void decode_tellsBothCausesOfAFallback() throws Exception {
    SmcDiagSocket client = one(Captures.LOOPBACK, 136);
    SmcDiagSocket server = one(Captures.LOOPBACK, 140);

    assertThat(client.mode()).isEqualTo(SmcMode.TCP);
    assertThat(client.fallbackReason()).isEqualTo(0x05000000);
    assertThat(client.peerDiagnosis()).isEqualTo(0x03030008);
    assertThat(server.fallbackReason()).isEqualTo(0x03030008);
    assertThat(server.peerDiagnosis()).isZero();
  }

  @Test
  void decode_tellsIpv6AddressesAndNoneOfAnIpprotoSmcSocket() throws Exception {
    assertThat(one(Captures.LOOPBACK, 121).local()).hasToString("/[0:0:0:0:0:0:0:1]:5001");
    assertThat(one(Captures.LOOPBACK, 126).local()).hasToString("/0.0.0.0:5002");
  }

  @Test
  void decode_tellsNoModeOfSocketsWithoutConnection() throws Exception {
    assertThat(sockets(Captures.LOOPBACK))
        .filteredOn(socket -> socket.mode() == null)
        .extracting(SmcDiagSocket::state)
        .containsOnly(SmcState.INIT, SmcState.LISTEN)
        .hasSize(4);
  }

  @Test
  void decode_tellsTheModeOfAConnectionThatThePeerClosed() throws Exception {
    SmcDiagSocket client = one(Captures.LOOPBACK, 143);

    assertThat(client.state()).isEqualTo(SmcState.APPCLOSEWAIT1);
    assertThat(client.mode()).isEqualTo(SmcMode.SMC_D);
    assertThat(client.shutdown()).isEqualTo(1);
  }

  /** On s390x, where SMC comes from, everything but ports and addresses is the other way round. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void decode_readsNumbersInTheOrderOfTheMachine(boolean big) throws Exception {
    ByteBuffer message =
        ByteBuffer.allocate(64 + 8 + 12 + 44)
            .order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    message.put((byte) 43).put((byte) 1).put((byte) 1).put((byte) 0);
    message.put(new byte[] {0x13, (byte) 0x89, 0x00, 0x50}).put(new byte[] {127, 0, 0, 1});
    message.putInt(40, 7).putInt(52, 1000).putLong(56, 0x123456789L).position(64);
    message.putShort((short) 5).putShort((short) 3).putInt(0).put(68, (byte) 3);
    message.putShort((short) 12).putShort((short) 5).putInt(0x05000000).putInt(0x03030008);
    message.putShort((short) 44).putShort((short) 4).putInt(0x1f0).putInt(0);
    message.putLong(1).putLong(2).putLong(3).putLong(4).rewind();

    SmcDiagSocket socket = SmcDiagDecoder.decode(new NetlinkMessage(20, 0, 1, message));

    assertThat(socket)
        .isEqualTo(
            new SmcDiagSocket(
                SmcState.ACTIVE,
                SmcMode.TCP,
                address(127, 0, 0, 1, 5001),
                address(0, 0, 0, 0, 80),
                7,
                1000,
                0x123456789L,
                3,
                0x05000000,
                0x03030008,
                null,
                null,
                new SmcDiagSocket.Dmb(0x1f0, 2, 1, 3, 4)));
  }

  @Test
  void decode_refusesAnotherTypeOfMessage() {
    NetlinkMessage message = new NetlinkMessage(21, 0, 1, ByteBuffer.allocate(64));

    assertThatThrownBy(() -> SmcDiagDecoder.decode(message))
        .isInstanceOf(NetlinkProtocolException.class)
        .hasMessage("netlink reply, byte 0: expected a message of type 20, found type 21");
  }

  private static InetSocketAddress address(int a, int b, int c, int d, int port) throws Exception {
    byte[] bytes = {(byte) a, (byte) b, (byte) c, (byte) d};
    return new InetSocketAddress(InetAddress.getByAddress(bytes), port);
  }

  private static SmcDiagSocket one(Captures captures, long inode) throws Exception {
    return sockets(captures).stream()
        .filter(socket -> socket.inode() == inode)
        .findFirst()
        .orElseThrow();
  }

  private static List<SmcDiagSocket> sockets(Captures captures) throws Exception {
    List<SmcDiagSocket> sockets = new ArrayList<>();
    for (NetlinkMessage message : captures.reply("smc-diag").messages()) {
      sockets.add(SmcDiagDecoder.decode(message));
    }
    return sockets;
  }
}
