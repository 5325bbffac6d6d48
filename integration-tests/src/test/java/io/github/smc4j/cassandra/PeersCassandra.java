package io.github.smc4j.cassandra;

import io.github.smc4j.contract.Family;
import io.github.smc4j.contract.Peer;
import io.github.smc4j.contract.RemotePeer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** A {@link CassandraNode} on the peer's machine, which shares its files with this one. */
final class PeersCassandra implements AutoCloseable {
  private static final String START =
      "%s -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -cp %s %s %s"
          + " </dev/null >/run/cassandra.log 2>&1 & echo $!";
  private static final String AWAIT_PORT =
      "until grep '^port ' /run/cassandra.log; do"
          + " kill -0 %s || { cat /run/cassandra.log; exit 1; }; sleep 1; done";

  /** Soft-RoCE lets go of a process only once its connections are closed. */
  private static final String KILL =
      "pids=$(pgrep -P %1$s); kill %1$s;"
          + " for _ in {1..300}; do kill -0 %1$s $pids || exit 0; sleep 0.1; done; exit 1";

  private final Peer peer;
  private final String process;
  private final InetSocketAddress address;

  private PeersCassandra(Peer peer, String process, InetSocketAddress address) {
    this.peer = peer;
    this.process = process;
    this.address = address;
  }

  /** Starts it and waits until it serves clients. */
  static PeersCassandra start() throws IOException {
    Peer peer = RemotePeer.ofSystemProperty();
    InetAddress address = peer.address(Family.IPV4);
    String process =
        run(
            peer,
            START.formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                CassandraNode.class.getName(),
                address.getHostAddress()));
    String port = run(peer, AWAIT_PORT.formatted(process)).substring("port ".length());
    return new PeersCassandra(
        peer, process, new InetSocketAddress(address, Integer.parseInt(port)));
  }

  private static String run(Peer peer, String script) throws IOException {
    return peer.command("bash", "-c", script);
  }

  InetSocketAddress listener() {
    return address;
  }

  /** Waits until its connections are closed. */
  void kill() throws IOException {
    run(peer, KILL.formatted(process));
  }

  @Override
  public void close() throws IOException {
    kill();
  }
}
