package io.github.smc4j.internal.netlink;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An SMC-D link group (SMC_NETLINK_GET_LGR_SMCD).
 *
 * @param id 32 bits
 * @param gid of the local device, without its extension
 * @param vlan 0 for none; its lower 8 bits only
 * @param chid the device's channel id, {@link #LOOPBACK_CHID} for loopback-ism
 * @param pnetId empty without one
 * @param v2 null in version 1
 */
public record SmcdLinkGroup(
    long id,
    long gid,
    long peerGid,
    int vlan,
    long connections,
    String pnetId,
    int chid,
    @Nullable LinkGroupV2 v2) {
  /** SMC_LO_RESERVED_CHID, net/smc/smc_loopback.h. */
  public static final int LOOPBACK_CHID = 0xffff;

  private static final int LGR_SMCD = 4;
  private static final int ID = 1;
  private static final int GID = 2;
  private static final int PEER_GID = 3;
  private static final int VLAN_ID = 4;
  private static final int CONNS_NUM = 5;
  private static final int PNETID = 6;
  private static final int CHID = 7;
  private static final int V2_COMMON = 9;

  static List<SmcdLinkGroup> of(List<GenericMessage> reply) throws NetlinkProtocolException {
    List<SmcdLinkGroup> groups = new ArrayList<>();
    for (GenericMessage message : reply) {
      groups.add(of(message.attributes().nested(LGR_SMCD)));
    }
    return groups;
  }

  private static SmcdLinkGroup of(Attributes group) throws NetlinkProtocolException {
    return new SmcdLinkGroup(
        group.number(ID),
        group.number(GID),
        group.number(PEER_GID),
        (int) group.number(VLAN_ID),
        group.number(CONNS_NUM),
        group.text(PNETID),
        (int) group.number(CHID),
        LinkGroupV2.of(group, V2_COMMON));
  }
}
