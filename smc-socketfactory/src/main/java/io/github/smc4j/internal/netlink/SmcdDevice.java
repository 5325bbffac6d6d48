package io.github.smc4j.internal.netlink;

import java.util.ArrayList;
import java.util.List;

/**
 * An ISM device (SMC_NETLINK_GET_DEV_SMCD). The kernel does not list loopback-ism.
 *
 * @param linkGroups how many use it
 * @param critical whether a link group would break without it
 * @param pnetId empty without one
 * @param pnetIdByUser whether it was set with {@code smc_pnet} rather than by the firmware
 */
public record SmcdDevice(
    long linkGroups, boolean critical, PciFunction pci, String pnetId, boolean pnetIdByUser) {
  private static final int DEV_SMCD = 5;
  private static final int USE_CNT = 1;
  private static final int IS_CRIT = 2;
  private static final int PORT = 8;
  private static final int PORT_PNET_USR = 1;
  private static final int PORT_PNETID = 2;

  static List<SmcdDevice> of(List<GenericMessage> reply) throws NetlinkProtocolException {
    List<SmcdDevice> devices = new ArrayList<>();
    for (GenericMessage message : reply) {
      devices.add(of(message.attributes().nested(DEV_SMCD)));
    }
    return devices;
  }

  private static SmcdDevice of(Attributes device) throws NetlinkProtocolException {
    Attributes port = device.nested(PORT);
    return new SmcdDevice(
        device.number(USE_CNT),
        device.flag(IS_CRIT),
        PciFunction.of(device),
        port.text(PORT_PNETID),
        port.flag(PORT_PNET_USR));
  }
}
