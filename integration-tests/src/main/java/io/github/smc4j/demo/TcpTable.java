package io.github.smc4j.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * {@code /proc/net/tcp} and {@code tcp6} of a process's network namespace: its TCP sockets by
 * inode, the established and the listening ones (Documentation/networking/proc_net_tcp.rst).
 */
final class TcpTable {
  private static final String ESTABLISHED = "01";
  private static final String LISTEN = "0A";

  private TcpTable() {}

  static Map<Long, ObservedLink> read(long pid) throws IOException {
    Map<Long, ObservedLink> sockets = new HashMap<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : lines(Path.of("/proc", Long.toString(pid), "net", table))) {
        parse(line, sockets);
      }
    }
    return sockets;
  }

  private static List<String> lines(Path table) throws IOException {
    try {
      List<String> lines = Files.readAllLines(table);
      return lines.subList(Math.min(1, lines.size()), lines.size());
    } catch (NoSuchFileException noIpv6OrProcessEnded) {
      return List.of();
    }
  }

  static void parse(String line, Map<Long, ObservedLink> sockets) throws IOException {
    String[] columns = line.strip().split("\\s+", -1);
    boolean listening = columns[3].equals(LISTEN);
    if (listening || columns[3].equals(ESTABLISHED)) {
      sockets.put(
          Long.valueOf(columns[9]),
          new ObservedLink(
              ObservedLink.Kind.TCP,
              address(columns[1]),
              listening ? null : address(columns[2]),
              null));
    }
  }

  /** An address of 32-bit words in this machine's byte order, a colon, a port; all hexadecimal. */
  private static InetSocketAddress address(String text) throws IOException {
    int colon = text.indexOf(':');
    byte[] words = HexFormat.of().parseHex(text.substring(0, colon));
    byte[] address = new byte[words.length];
    for (int i = 0; i < words.length; i++) {
      address[i] = words[isLittleEndian() ? i ^ 3 : i];
    }
    return new InetSocketAddress(
        InetAddress.getByAddress(address), HexFormat.fromHexDigits(text, colon + 1, text.length()));
  }

  private static boolean isLittleEndian() {
    return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
  }
}
