package io.github.smc4j.internal.netlink;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An SMC-R link group with its links (SMC_NETLINK_GET_LINK_SMCR).
 *
 * @param id 32 bits
 * @param server whether this end is the group's server
 * @param type {@code enum smc_lgr_type}: 0 none, 1 single, 2 symmetric, 3 asymmetric at the peer, 4
 *     asymmetric here
 * @param pnetId empty without one
 * @param v2 null in version 1
 */
public record SmcrLinkGroup(
    long id,
    boolean server,
    int type,
    String pnetId,
    long connections,
    @Nullable LinkGroupV2 v2,
    List<SmcrLink> links) {
  private static final int LGR_SMCR = 2;
  private static final int LINK_SMCR = 3;
  private static final int ID = 1;
  private static final int ROLE = 2;
  private static final int TYPE = 3;
  private static final int PNETID = 4;
  private static final int CONNS_NUM = 6;
  private static final int V2_COMMON = 7;

  /** Groups as the kernel lists them, each before its links. */
  static List<SmcrLinkGroup> of(List<GenericMessage> reply) throws NetlinkProtocolException {
    List<SmcrLinkGroup> groups = new ArrayList<>();
    for (GenericMessage message : reply) {
      Attributes attributes = message.attributes();
      if (!groups.isEmpty() && attributes.has(LINK_SMCR)) {
        groups.get(groups.size() - 1).links.add(SmcrLink.of(attributes.nested(LINK_SMCR)));
      } else {
        groups.add(of(attributes.nested(LGR_SMCR)));
      }
    }
    return groups;
  }

  private static SmcrLinkGroup of(Attributes group) throws NetlinkProtocolException {
    return new SmcrLinkGroup(
        group.number(ID),
        group.flag(ROLE),
        (int) group.number(TYPE),
        group.text(PNETID),
        group.number(CONNS_NUM),
        LinkGroupV2.of(group, V2_COMMON),
        new ArrayList<>());
  }
}
