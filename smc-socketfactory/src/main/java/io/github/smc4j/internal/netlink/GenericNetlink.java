package io.github.smc4j.internal.netlink;

import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;

/** One family of generic netlink, found by name (net/netlink/genetlink.c). */
final class GenericNetlink implements AutoCloseable {
  private static final int GENL_ID_CTRL = 16;
  private static final int CTRL_CMD_GETFAMILY = 3;
  private static final int CTRL_ATTR_FAMILY_ID = 1;
  private static final int CTRL_ATTR_FAMILY_NAME = 2;

  private static final ByteBuffer NO_ATTRIBUTE = ByteBuffer.allocate(0);

  private final NetlinkSocket netlink;
  private final int family;

  private GenericNetlink(NetlinkSocket netlink, int family) {
    this.netlink = netlink;
    this.family = family;
  }

  /**
   * Finds the family.
   *
   * @throws NetlinkErrorException with ENOENT if the kernel has no such family
   */
  static GenericNetlink open(String family) throws IOException {
    NetlinkSocket netlink = NetlinkSocket.open(NetlinkSocket.NETLINK_GENERIC);
    try {
      return new GenericNetlink(netlink, id(netlink, family));
    } catch (IOException e) {
      netlink.close();
      throw e;
    }
  }

  private static int id(NetlinkSocket netlink, String family) throws IOException {
    ByteBuffer name = Attributes.ofText(CTRL_ATTR_FAMILY_NAME, family);
    return id(
        netlink.call(
            "GETFAMILY " + family, GENL_ID_CTRL, GenericMessage.request(CTRL_CMD_GETFAMILY, name)));
  }

  static int id(List<NetlinkMessage> reply) throws NetlinkProtocolException {
    GenericMessage family = GenericMessage.only(GenericMessage.parse(reply));
    return (int) family.attributes().number(CTRL_ATTR_FAMILY_ID);
  }

  /** Everything that a command lists; {@code name} is the command's, for errors. */
  List<GenericMessage> dump(String name, int command) throws IOException {
    return GenericMessage.parse(
        netlink.dump(name, family, GenericMessage.request(command, NO_ATTRIBUTE)));
  }

  /** Has something done; {@code name} is the command's, for errors. */
  void execute(String name, int command, ByteBuffer attribute) throws IOException {
    netlink.call(name, family, GenericMessage.request(command, attribute));
  }

  @Override
  public void close() throws SocketException {
    netlink.close();
  }
}
