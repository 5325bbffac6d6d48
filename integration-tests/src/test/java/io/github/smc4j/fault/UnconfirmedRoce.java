package io.github.smc4j.fault;

import io.github.smc4j.lab.Command;
import java.io.IOException;
import java.net.InetAddress;

/**
 * A soft-RoCE device for connections of this machine with itself. CLC, which runs over TCP, agrees
 * on SMC-R; the queue pairs reach nobody, so both ends wait in vain for CONFIRM LINK.
 */
final class UnconfirmedRoce implements AutoCloseable {
  private static final String ADDRESS = "10.8.0.1";

  private UnconfirmedRoce() {}

  /** The PNET id joins the device to lo, through which a machine reaches its own addresses. */
  static UnconfirmedRoce install() throws IOException {
    Command.output("ip", "link", "add", "roce0", "type", "veth", "peer", "name", "roce1");
    Command.output("ip", "addr", "add", ADDRESS + "/24", "dev", "roce0");
    Command.output("ip", "link", "set", "roce0", "up");
    Command.output("ip", "link", "set", "roce1", "up");
    Command.output("rdma", "link", "add", "rxe0", "type", "rxe", "netdev", "roce0");
    Command.output("/run/smc-lab/smcnl", "pnet", "add", "UNCONFIRMED", "lo", "rxe0", "1");
    return new UnconfirmedRoce();
  }

  InetAddress address() throws IOException {
    return InetAddress.getByName(ADDRESS);
  }

  @Override
  public void close() throws IOException {
    Command.output("rdma", "link", "delete", "rxe0");
    Command.output("ip", "link", "delete", "roce0");
  }
}
