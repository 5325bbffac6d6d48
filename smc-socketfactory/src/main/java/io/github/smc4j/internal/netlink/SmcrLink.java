package io.github.smc4j.internal.netlink;

/**
 * A link of an SMC-R link group (SMC_GEN_LINK_SMCR).
 *
 * @param id within its link group
 * @param device the local InfiniBand device
 * @param port of the device, counted from 1
 * @param networkInterface the index of the device's network interface
 * @param state {@code enum smc_link_state}: 0 unused, 1 inactive, 2 activating, 3 active
 */
public record SmcrLink(
    int id,
    String device,
    int port,
    String gid,
    String peerGid,
    long connections,
    int networkInterface,
    int state) {
  private static final int ID = 1;
  private static final int IB_DEV = 2;
  private static final int IB_PORT = 3;
  private static final int GID = 4;
  private static final int PEER_GID = 5;
  private static final int CONN_CNT = 6;
  private static final int NET_DEV = 7;
  private static final int STATE = 10;

  static SmcrLink of(Attributes link) throws NetlinkProtocolException {
    return new SmcrLink(
        (int) link.number(ID),
        link.text(IB_DEV),
        (int) link.number(IB_PORT),
        link.text(GID),
        link.text(PEER_GID),
        link.number(CONN_CNT),
        (int) link.number(NET_DEV),
        (int) link.number(STATE));
  }
}
