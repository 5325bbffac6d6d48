package io.github.smc4j.demo;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is shown and judged of one client, or of a socket of a server.
 *
 * @param client who it is
 * @param destination address and port it listens on or connects to
 * @param links what it should have had over SMC
 * @param smc its run configured for SMC, null for one that moves nothing
 * @param tcp the same without the configuration
 */
record DemoRow(
    String client,
    String destination,
    List<ObservedLink> links,
    @Nullable ClientRun smc,
    @Nullable ClientRun tcp) {

  static DemoRow ofRuns(String client, String destination, ClientRun smc, ClientRun tcp) {
    return new DemoRow(client, destination, smc.links(), smc, tcp);
  }

  static DemoRow ofLinks(String client, String destination, List<ObservedLink> links) {
    return new DemoRow(client, destination, links, null, null);
  }

  /** The socket that listens on an address, out of those of its process. */
  static DemoRow ofListener(String name, InetSocketAddress address, List<ObservedLink> links) {
    return ofLinks(
        name,
        ObservedLink.text(address),
        links.stream().filter(link -> link.isListeningOn(address)).toList());
  }

  boolean hasTcp() {
    return links.stream().anyMatch(ObservedLink::isTcp);
  }

  boolean isComparedWithSmc() {
    return tcp != null && !tcp.links().stream().allMatch(ObservedLink::isTcp);
  }
}
