package io.github.smc4j.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.rmi.NotBoundException;
import java.rmi.Remote;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.UnicastRemoteObject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * A peer for tests on another machine, reached through Java RMI.
 *
 * <p>Start it there with {@code java -cp ... io.github.smc4j.contract.RemotePeer ADDRESS}, the
 * address being one of that machine's that the tests' machine reaches, and the tests with {@code
 * -Dsmc4j.peer=ADDRESS}. It runs until it is killed.
 */
public final class RemotePeer extends LocalPeer {
  private static final int PORT = 10990;
  private static final String NAME = "peer";
  private static final String PROPERTY = "smc4j.peer";

  private final InetAddress address;

  /** What is published lives as long as the peer, whether or not RMI thinks it is in use. */
  private final Set<Remote> published = ConcurrentHashMap.newKeySet();

  private RemotePeer(InetAddress address) {
    this.address = address;
  }

  /**
   * Listens and never returns.
   *
   * @param arguments one: the address to listen at
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("usage: RemotePeer ADDRESS");
    }
    System.setProperty("java.rmi.server.hostname", arguments[0]);
    RemotePeer peer = new RemotePeer(InetAddress.getByName(arguments[0]));
    LocateRegistry.createRegistry(PORT).rebind(NAME, UnicastRemoteObject.exportObject(peer, 0));
    System.out.println("peer ready at " + arguments[0] + ", registry port " + PORT);
    new CountDownLatch(1).await();
  }

  /** The peer at the address that the system property {@value #PROPERTY} names. */
  public static Peer ofSystemProperty() {
    String address = System.getProperty(PROPERTY);
    if (address == null) {
      throw new IllegalStateException(
          "these tests need another machine: start RemotePeer there and name its address with -D"
              + PROPERTY);
    }
    try {
      Registry registry = LocateRegistry.getRegistry(address, PORT);
      return (Peer) registry.lookup(NAME);
    } catch (IOException | NotBoundException e) {
      throw new IllegalStateException(
          "no peer answers at " + address + ", registry port " + PORT + "; start RemotePeer there",
          e);
    }
  }

  @Override
  public InetAddress address(Family family) throws IOException {
    if (Family.of(address) != family) {
      throw new IOException("the peer has no " + family + " address, only " + address);
    }
    return address;
  }

  @Override
  <R extends Remote> R publish(R object) throws IOException {
    published.add(object);
    UnicastRemoteObject.exportObject(object, 0);
    return object;
  }
}
