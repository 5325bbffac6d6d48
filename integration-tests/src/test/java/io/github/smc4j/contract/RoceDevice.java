package io.github.smc4j.contract;

import java.io.IOException;

/** The soft-RoCE device of a machine. Its PNET id outlives it, by name. */
public record RoceDevice(Peer machine) {
  private static final String NAME = "rxe0";
  private static final String NOBODY = "10.9.0.99";
  private static final String TABLE = "4791";

  /** Returns when the last connection that ran over it is closed, here. */
  public void remove() throws IOException {
    machine.command("rdma", "link", "delete", NAME);
  }

  /** Adds it unless it is there. */
  public void restore() throws IOException {
    if (!machine.command("rdma", "link").contains(NAME + "/")) {
      machine.command("rdma", "link", "add", NAME, "type", "rxe", "netdev", "eth0");
    }
  }

  /** Replaces it, so that no link group is left. */
  public void renew() throws IOException {
    remove();
    restore();
  }

  /** Whether SMC has a queue pair whose link is not confirmed. */
  public boolean isConfirmingLink() throws IOException {
    return machine.command("rdma", "resource", "show", "qp").contains("type RC state RTR");
  }

  /**
   * Sends what it sends to nobody, as a firewall would that does not know UDP port 4791. It is rxe
   * that asks for a route through a certain device; TCP does not.
   */
  void block() throws IOException {
    machine.command("ip", "route", "add", "default", "via", NOBODY, "table", TABLE);
    machine.command("ip", "rule", "add", "pref", "1", "oif", "eth0", "lookup", TABLE);
  }

  void unblock() throws IOException {
    machine.command("ip", "rule", "delete", "pref", "1");
    machine.command("ip", "route", "flush", "table", TABLE);
  }
}
