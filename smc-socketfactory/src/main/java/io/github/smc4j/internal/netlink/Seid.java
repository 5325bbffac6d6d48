package io.github.smc4j.internal.netlink;

import java.util.List;

/**
 * The system EID, by which hosts of one machine find each other (SMC_NETLINK_DUMP_SEID).
 *
 * @param name empty without a device for SMC-D version 2
 * @param enabled whether it is offered to peers; off by default but on s390x
 */
public record Seid(String name, boolean enabled) {
  private static final int ENTRY = 1;
  private static final int ENABLED = 2;

  static Seid of(List<GenericMessage> reply) throws NetlinkProtocolException {
    Attributes attributes = GenericMessage.only(reply).attributes();
    return new Seid(attributes.text(ENTRY), attributes.number(ENABLED, 0) != 0);
  }
}
