package io.github.smc4j.fault;

import io.github.smc4j.lab.Command;
import java.io.IOException;
import java.net.InetSocketAddress;

/** A pair of Ethernet devices, in whose network this machine is alone. Needs CAP_NET_ADMIN. */
public final class EmptyNetwork implements AutoCloseable {
  private static final String DEVICE = "nobody0";
  private static final String OTHER_END = "nobody1";

  private EmptyNetwork() {}

  public static EmptyNetwork make() throws IOException {
    Command.output("ip", "link", "add", DEVICE, "type", "veth", "peer", "name", OTHER_END);
    Command.output("ip", "address", "add", "10.78.0.1/24", "dev", DEVICE);
    Command.output("ip", "link", "set", DEVICE, "up");
    Command.output("ip", "link", "set", OTHER_END, "up");
    return new EmptyNetwork();
  }

  /** An address that nobody has: the kernel looks for it in vain, which takes it three seconds. */
  public InetSocketAddress nobody() {
    return new InetSocketAddress("10.78.0.99", 9);
  }

  @Override
  public void close() throws IOException {
    Command.output("ip", "link", "delete", DEVICE);
  }
}
