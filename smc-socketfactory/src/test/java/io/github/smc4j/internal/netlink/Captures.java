package io.github.smc4j.internal.netlink;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Replies of a real kernel, see src/test/resources/netlink/README.md. */
record Captures(Map<String, List<byte[]>> replies) {
  static final int SEQUENCE = 1;

  static final Captures LOOPBACK = read("/netlink/loopback.txt");
  static final Captures RDMA = read("/netlink/rdma.txt");

  private static Captures read(String resource) {
    try (InputStream bytes = Captures.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.US_ASCII))) {
      Map<String, List<byte[]>> replies = new LinkedHashMap<>();
      List<byte[]> datagrams = List.of();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("== ")) {
          datagrams = new ArrayList<>();
          replies.put(line.substring(3), datagrams);
        } else {
          datagrams.add(HexFormat.of().parseHex(line));
        }
      }
      return new Captures(replies);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  NetlinkReply reply(String name) throws NetlinkProtocolException {
    NetlinkReply reply = new NetlinkReply(SEQUENCE);
    for (byte[] datagram : replies.get(name)) {
      reply.add(littleEndian(datagram));
    }
    return reply;
  }

  List<GenericMessage> generic(String name) throws NetlinkProtocolException {
    return GenericMessage.parse(reply(name).messages());
  }

  static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
