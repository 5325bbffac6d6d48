package io.github.smc4j.contract;

import java.io.IOException;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** A peer in this JVM, at an address of this machine's that is no loopback address. */
final class OwnAddress extends LocalPeer {
  private static final String ADDRESS = "10.79.0.1";

  private @Nullable InetAddress address;

  @Override
  public InetAddress address(Family family) throws IOException {
    if (family != Family.IPV4) {
      throw new IOException("only an IPv4 address, not one of " + family);
    }
    if (address == null) {
      command("ip", "address", "replace", ADDRESS + "/32", "dev", "lo");
      address = InetAddress.getByName(ADDRESS);
    }
    return address;
  }
}
