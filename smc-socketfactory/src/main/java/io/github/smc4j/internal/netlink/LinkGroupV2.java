package io.github.smc4j.internal.netlink;

import org.jspecify.annotations.Nullable;

/**
 * What a link group of SMC version 2 knows beyond one of version 1 (SMC_NLA_LGR_D_V2_COMMON,
 * SMC_NLA_LGR_R_V2_COMMON).
 *
 * @param version of the protocol
 * @param peerRelease the peer's release of that version
 * @param peerOs the number of the peer's operating system; Linux is 2
 * @param eid the EID that both ends agreed on
 * @param peerHost the peer's name
 */
public record LinkGroupV2(int version, int peerRelease, int peerOs, String eid, String peerHost) {
  private static final int VER = 0;
  private static final int REL = 1;
  private static final int OS = 2;
  private static final int NEG_EID = 3;
  private static final int PEER_HOST = 4;

  /** What the nested attribute {@code type} holds, or null in a link group of version 1. */
  static @Nullable LinkGroupV2 of(Attributes linkGroup, int type) throws NetlinkProtocolException {
    if (!linkGroup.has(type)) {
      return null;
    }
    Attributes v2 = linkGroup.nested(type);
    return new LinkGroupV2(
        (int) v2.number(VER, 2),
        (int) v2.number(REL),
        (int) v2.number(OS),
        v2.text(NEG_EID),
        v2.text(PEER_HOST));
  }
}
