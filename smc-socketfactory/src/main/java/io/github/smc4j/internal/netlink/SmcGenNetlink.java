package io.github.smc4j.internal.netlink;

import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/**
 * The generic netlink family SMC_GEN_NETLINK, Linux 5.11 and newer: link groups, devices, EIDs and
 * counters. Reading needs no privilege. Devices, link groups and EIDs are the machine's, whatever
 * the network namespace. Not thread-safe.
 */
public final class SmcGenNetlink implements AutoCloseable {
  private static final String FAMILY = "SMC_GEN_NETLINK";

  private static final int GET_SYS_INFO = 1;
  private static final int GET_LINK_SMCR = 3;
  private static final int GET_LGR_SMCD = 4;
  private static final int GET_DEV_SMCD = 5;
  private static final int GET_DEV_SMCR = 6;
  private static final int GET_FBACK_STATS = 8;
  private static final int DUMP_UEID = 9;
  private static final int ADD_UEID = 10;
  private static final int REMOVE_UEID = 11;
  private static final int DUMP_SEID = 13;

  private static final int EID_TABLE_ENTRY = 1;

  private final GenericNetlink generic;

  private SmcGenNetlink(GenericNetlink generic) {
    this.generic = generic;
  }

  /**
   * Finds the family.
   *
   * @throws NetlinkErrorException with ENOENT if the module smc is not loaded or older than Linux
   *     5.11
   * @throws SocketException if netlink is not to be had
   */
  public static SmcGenNetlink open() throws IOException {
    return new SmcGenNetlink(GenericNetlink.open(FAMILY));
  }

  public SmcSystemInfo systemInfo() throws IOException {
    return SmcSystemInfo.of(generic.dump("SMC_NETLINK_GET_SYS_INFO", GET_SYS_INFO));
  }

  public List<SmcdLinkGroup> smcdLinkGroups() throws IOException {
    return SmcdLinkGroup.of(generic.dump("SMC_NETLINK_GET_LGR_SMCD", GET_LGR_SMCD));
  }

  public List<SmcrLinkGroup> smcrLinkGroups() throws IOException {
    return SmcrLinkGroup.of(generic.dump("SMC_NETLINK_GET_LINK_SMCR", GET_LINK_SMCR));
  }

  public List<SmcdDevice> smcdDevices() throws IOException {
    return SmcdDevice.of(generic.dump("SMC_NETLINK_GET_DEV_SMCD", GET_DEV_SMCD));
  }

  public List<SmcrDevice> smcrDevices() throws IOException {
    return SmcrDevice.of(generic.dump("SMC_NETLINK_GET_DEV_SMCR", GET_DEV_SMCR));
  }

  public FallbackStatistics fallbackStatistics() throws IOException {
    return FallbackStatistics.of(generic.dump("SMC_NETLINK_GET_FBACK_STATS", GET_FBACK_STATS));
  }

  public Seid seid() throws IOException {
    return Seid.of(generic.dump("SMC_NETLINK_DUMP_SEID", DUMP_SEID));
  }

  /** The user-defined EIDs. */
  public List<String> ueids() throws IOException {
    return ueids(generic.dump("SMC_NETLINK_DUMP_UEID", DUMP_UEID));
  }

  static List<String> ueids(List<GenericMessage> reply) {
    List<String> ueids = new ArrayList<>();
    for (GenericMessage message : reply) {
      ueids.add(message.attributes().text(EID_TABLE_ENTRY));
    }
    return ueids;
  }

  /**
   * Adds a user-defined EID, for which CAP_NET_ADMIN of the host is needed. The kernel takes 4.
   *
   * @throws NetlinkErrorException with EPERM without the privilege, with EEXIST if it is there
   *     already, with ERANGE if there are 4
   */
  public void addUeid(Ueid ueid) throws IOException {
    change("SMC_NETLINK_ADD_UEID", ADD_UEID, ueid);
  }

  /**
   * Removes a user-defined EID, for which CAP_NET_ADMIN of the host is needed. Connections stay.
   *
   * @throws NetlinkErrorException with EPERM without the privilege, with ENOENT if it is not there;
   *     on s390x with EAGAIN when it was the last and the SEID has been enabled in its place
   */
  public void removeUeid(Ueid ueid) throws IOException {
    change("SMC_NETLINK_REMOVE_UEID", REMOVE_UEID, ueid);
  }

  private void change(String name, int command, Ueid ueid) throws IOException {
    generic.execute(
        name + " " + ueid.name(), command, Attributes.ofText(EID_TABLE_ENTRY, ueid.padded()));
  }

  @Override
  public void close() throws SocketException {
    generic.close();
  }
}
