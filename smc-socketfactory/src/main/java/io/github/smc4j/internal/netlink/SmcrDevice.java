package io.github.smc4j.internal.netlink;

import java.util.ArrayList;
import java.util.List;

/**
 * A RoCE device (SMC_NETLINK_GET_DEV_SMCR).
 *
 * @param name such as {@code mlx5_0}
 * @param critical whether a link group would break without it
 */
public record SmcrDevice(String name, boolean critical, PciFunction pci, List<Port> ports) {
  private static final int DEV_SMCR = 6;
  private static final int IS_CRIT = 2;
  private static final int PORT = 8;
  private static final int PORT2 = 9;
  private static final int IB_NAME = 10;

  static List<SmcrDevice> of(List<GenericMessage> reply) throws NetlinkProtocolException {
    List<SmcrDevice> devices = new ArrayList<>();
    for (GenericMessage message : reply) {
      devices.add(of(message.attributes().nested(DEV_SMCR)));
    }
    return devices;
  }

  private static SmcrDevice of(Attributes device) throws NetlinkProtocolException {
    List<Port> ports = new ArrayList<>();
    for (int port : new int[] {PORT, PORT2}) {
      if (device.has(port)) {
        ports.add(Port.of(1 + port - PORT, device.nested(port)));
      }
    }
    return new SmcrDevice(
        device.text(IB_NAME), device.flag(IS_CRIT), PciFunction.of(device), ports);
  }

  /**
   * A port of a RoCE device.
   *
   * @param number 1 or 2
   * @param pnetId empty without one
   * @param pnetIdByUser whether it was set with {@code smc_pnet} rather than by the firmware
   * @param networkInterface the index of its network interface
   */
  public record Port(
      int number,
      String pnetId,
      boolean pnetIdByUser,
      int networkInterface,
      boolean active,
      long links) {
    private static final int PNET_USR = 1;
    private static final int PNETID = 2;
    private static final int NETDEV = 3;
    private static final int STATE = 4;
    private static final int LNK_CNT = 6;

    private static Port of(int number, Attributes port) throws NetlinkProtocolException {
      return new Port(
          number,
          port.text(PNETID),
          port.flag(PNET_USR),
          (int) port.number(NETDEV),
          port.flag(STATE),
          port.number(LNK_CNT));
    }
  }
}
