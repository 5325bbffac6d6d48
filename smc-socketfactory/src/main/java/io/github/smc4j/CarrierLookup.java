package io.github.smc4j;

import io.github.smc4j.internal.kernel.Errno;
import io.github.smc4j.internal.netlink.NetlinkErrorException;
import io.github.smc4j.internal.netlink.SmcDiagSocket;
import io.github.smc4j.internal.netlink.SmcGenNetlink;
import io.github.smc4j.internal.netlink.SmcdDevice;
import io.github.smc4j.internal.netlink.SmcdLinkGroup;
import io.github.smc4j.internal.netlink.SmcrLink;
import io.github.smc4j.internal.netlink.SmcrLinkGroup;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds link group and device of an SMC connection. Its entry in the list of SMC sockets tells only
 * one of them, the link group of SMC-D and the device of SMC-R; SMC_GEN_NETLINK tells the other.
 */
final class CarrierLookup {
  private CarrierLookup() {}

  static Link.Carrier of(SmcDiagSocket socket) throws IOException {
    SmcDiagSocket.Dmb dmb = socket.dmb();
    if (dmb != null) {
      return new Link.Carrier(dmb.linkGroup(), ask(netlink -> device(dmb.linkGroup(), netlink)));
    }
    SmcDiagSocket.RdmaLink link = socket.rdmaLink();
    if (link != null) {
      return new Link.Carrier(ask(netlink -> linkGroup(link, netlink)), link.device());
    }
    return Link.Carrier.UNKNOWN;
  }

  private interface Question<T> {
    @Nullable T ask(SmcGenNetlink netlink) throws IOException;
  }

  private static <T> @Nullable T ask(Question<T> question) throws IOException {
    try (SmcGenNetlink netlink = SmcGenNetlink.open()) {
      return question.ask(netlink);
    } catch (NetlinkErrorException e) {
      if (Errno.ENOENT.is(e.result())) {
        return null; // Linux has the family since 5.11
      }
      throw e;
    }
  }

  private static @Nullable String device(long linkGroup, SmcGenNetlink netlink) throws IOException {
    for (SmcdLinkGroup group : netlink.smcdLinkGroups()) {
      if (group.id() == linkGroup) {
        return group.chid() == SmcdLinkGroup.LOOPBACK_CHID
            ? "loopback-ism"
            : ismDevice(group, netlink.smcdDevices());
      }
    }
    return null;
  }

  /**
   * Functions of one ISM device share its channel id; their PNET ids tell them apart, or nothing
   * does.
   */
  private static @Nullable String ismDevice(SmcdLinkGroup group, List<SmcdDevice> devices) {
    List<String> found =
        devices.stream()
            .filter(device -> device.pci().chid() == group.chid())
            .filter(device -> device.pnetId().equals(group.pnetId()))
            .map(device -> device.pci().id())
            .toList();
    return found.size() == 1 ? found.get(0) : null;
  }

  /**
   * Link ids count from 1 in every group: of several between the same ports, nothing tells which it
   * is.
   */
  private static @Nullable Long linkGroup(SmcDiagSocket.RdmaLink link, SmcGenNetlink netlink)
      throws IOException {
    List<Long> found =
        netlink.smcrLinkGroups().stream()
            .filter(group -> group.server() == link.server())
            .filter(group -> group.links().stream().anyMatch(other -> isSame(link, other)))
            .map(SmcrLinkGroup::id)
            .toList();
    return found.size() == 1 ? found.get(0) : null;
  }

  private static boolean isSame(SmcDiagSocket.RdmaLink link, SmcrLink other) {
    return link.id() == other.id()
        && link.port() == other.port()
        && link.device().equals(other.device())
        && link.gid().equals(other.gid())
        && link.peerGid().equals(other.peerGid());
  }
}
