package io.github.smc4j.internal.netlink;

import java.util.List;

/**
 * What this kernel's SMC is capable of (SMC_NETLINK_GET_SYS_INFO).
 *
 * @param version of the protocol
 * @param release of that version
 * @param ismV2 whether there is a device for SMC-D version 2, loopback-ism among them
 * @param smcrV2 whether the kernel has SMC-R version 2
 * @param host the name of this host as peers learn it: what it was when the module was loaded
 * @param seid the system EID; empty without a device for SMC-D version 2
 */
public record SmcSystemInfo(
    int version, int release, boolean ismV2, boolean smcrV2, String host, String seid) {
  private static final int SYS_INFO = 1;
  private static final int VER = 1;
  private static final int REL = 2;
  private static final int IS_ISM_V2 = 3;
  private static final int LOCAL_HOST = 4;
  private static final int SEID = 5;
  private static final int IS_SMCR_V2 = 6;

  static SmcSystemInfo of(List<GenericMessage> reply) throws NetlinkProtocolException {
    Attributes info = GenericMessage.only(reply).attributes().nested(SYS_INFO);
    return new SmcSystemInfo(
        (int) info.number(VER),
        (int) info.number(REL),
        info.flag(IS_ISM_V2),
        info.number(IS_SMCR_V2, 0) != 0,
        info.text(LOCAL_HOST),
        info.text(SEID));
  }
}
