package io.github.smc4j.fault;

import io.github.smc4j.contract.Task;
import io.github.smc4j.lab.Command;
import java.net.InetAddress;

/** A route that has new connections to an address refused by this host. Needs CAP_NET_ADMIN. */
public final class UnreachableRoute {
  private UnreachableRoute() {}

  /** Has it as long as the action takes. */
  public static void during(InetAddress address, Task.Action action) throws Exception {
    Command.output("ip", "route", "add", "unreachable", address.getHostAddress());
    try {
      action.run();
    } finally {
      Command.output("ip", "route", "delete", "unreachable", address.getHostAddress());
    }
  }
}
