package io.github.smc4j.agent;

import io.github.smc4j.lab.Command;
import java.io.IOException;

/** Addresses for documentation, which are public, on the loopback interface. */
final class PublicAddress {
  static final String IPV4 = "203.0.113.1";
  static final String IPV6 = "2001:db8::1";

  private PublicAddress() {}

  static void add() throws IOException {
    Command.output("ip", "address", "replace", IPV4 + "/32", "dev", "lo");
    Command.output("ip", "address", "replace", IPV6 + "/128", "dev", "lo");
  }
}
