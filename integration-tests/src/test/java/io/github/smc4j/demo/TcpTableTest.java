package io.github.smc4j.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.demo.ObservedLink.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Lines as a kernel of a little-endian machine writes them. */
@EnabledIf("isLittleEndian")
final class TcpTableTest {
  private static final String REST = "00000000:00000000 00:00000000 00000000     0        0 ";

  @Test
  void parse_readsAnEstablishedConnectionOfIpv4() throws IOException {
    assertThat(parse("   1: 0100007F:B3B3 0200000A:2384 01 " + REST + "4711 1 0 20 4 30 10 -1"))
        .containsExactly(
            Map.entry(
                4711L,
                new ObservedLink(
                    Kind.TCP, address(0xB3B3, 127, 0, 0, 1), address(9092, 10, 0, 0, 2), null)));
  }

  @Test
  void parse_readsAListeningSocketOfIpv6() throws IOException {
    String any = "00000000000000000000000000000000:0000";

    assertThat(parse("0: 00000000000000000000000001000000:2384 " + any + " 0A " + REST + "7 1 0"))
        .containsExactly(
            Map.entry(
                7L,
                new ObservedLink(
                    Kind.TCP,
                    address(9092, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
                    null,
                    null)));
  }

  @Test
  void parse_leavesOutConnectionsThatAreNotEstablished() throws IOException {
    assertThat(parse("2: 0100007F:B3B3 0100007F:2384 06 " + REST + "0 3 0")).isEmpty();
  }

  private static Map<Long, ObservedLink> parse(String line) throws IOException {
    Map<Long, ObservedLink> sockets = new HashMap<>();
    TcpTable.parse(line, sockets);
    return sockets;
  }

  private static InetSocketAddress address(int port, int... bytes) throws IOException {
    byte[] address = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      address[i] = (byte) bytes[i];
    }
    return new InetSocketAddress(InetAddress.getByAddress(address), port);
  }

  static boolean isLittleEndian() {
    return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
  }
}
