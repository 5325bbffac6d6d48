package io.github.smc4j.agent;

import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a server's listening socket and a client's connections to it are at one moment, as the
 * kernel tells it to anybody.
 *
 * @param listener the socket that listens at the server
 * @param client the connections' ends at the client
 * @param server their ends at the server
 */
public record Links(List<Kind> listener, List<Kind> client, List<Kind> server) {

  /** How a number of connections is seen when neither end has left SMC-D out. */
  public static Links overSmcd(int connections) {
    return new Links(
        List.of(Kind.SMC),
        Collections.nCopies(connections, Kind.SMC_D),
        Collections.nCopies(connections, Kind.SMC_D));
  }

  /** How it is seen when neither end knows SMC. */
  public static Links overTcp(int connections) {
    return new Links(
        List.of(Kind.TCP),
        Collections.nCopies(connections, Kind.TCP),
        Collections.nCopies(connections, Kind.TCP));
  }

  static Links between(long client, Listener listener) throws IOException {
    return of(LinkObserver.connections(client, listener.address()), listener);
  }

  /**
   * The same of some of a client's connections.
   *
   * @param made their ends at the client
   */
  public static Links of(List<ObservedLink> made, Listener listener) throws IOException {
    List<ObservedLink> ofServer = LinkObserver.of(listener.pid());
    return new Links(
        kinds(ofServer.stream().filter(link -> link.isListeningOn(listener.address()))),
        kinds(made.stream()),
        kinds(ofServer.stream().filter(link -> made.stream().anyMatch(link::isOtherEndOf))));
  }

  private static List<Kind> kinds(Stream<ObservedLink> links) {
    return links.map(ObservedLink::kind).toList();
  }
}
