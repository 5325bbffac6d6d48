package io.github.smc4j.internal.netlink;

/**
 * The PCI function behind an SMC device; all zeros and an empty id for a device that is none.
 *
 * @param fid function id, on s390x
 * @param chid channel id, on s390x
 * @param id such as {@code 0001:00:00.0}
 */
public record PciFunction(long fid, int chid, int vendor, int device, String id) {
  private static final int PCI_FID = 3;
  private static final int PCI_CHID = 4;
  private static final int PCI_VENDOR = 5;
  private static final int PCI_DEVICE = 6;
  private static final int PCI_ID = 7;

  static PciFunction of(Attributes device) throws NetlinkProtocolException {
    return new PciFunction(
        device.number(PCI_FID, 0),
        (int) device.number(PCI_CHID, 0),
        (int) device.number(PCI_VENDOR, 0),
        (int) device.number(PCI_DEVICE, 0),
        device.text(PCI_ID));
  }
}
