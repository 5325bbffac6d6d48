package io.github.smc4j.contract;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.rmi.Remote;

/**
 * The other end of the connections under test, in this JVM or, through Java RMI, on another
 * machine. Every method of these interfaces may fail with a {@link java.rmi.RemoteException}.
 */
public interface Peer extends Remote {
  /** The address at which the peer listens and can be reached. */
  InetAddress address(Family family) throws IOException;

  /** Listens on a port of the system's choice and meets each connection with {@code behaviour}. */
  Listener listen(Transport transport, Family family, Behaviour behaviour) throws IOException;

  /** Connects to a listener of the test and meets it with {@code behaviour}, in the background. */
  Conversation connect(Transport transport, InetSocketAddress destination, Behaviour behaviour)
      throws IOException;

  /**
   * Runs a command on the peer's machine to its end and returns its output.
   *
   * @throws IOException if it fails
   */
  String command(String... words) throws IOException;

  /** A listening socket of the peer. */
  interface Listener extends Remote, Closeable {
    InetSocketAddress address() throws IOException;

    /** The next connection that the peer has accepted, in their order; waits for it. */
    Conversation next() throws IOException;

    /** Stops listening and closes every connection accepted here. */
    @Override
    void close() throws IOException;
  }

  /** The peer's end of one connection. */
  interface Conversation extends Remote, Closeable {
    /** What the peer's socket is once it is connected; waits for that. */
    Protocol protocol() throws IOException;

    /** The peer's own port; waits until it is connected. */
    int port() throws IOException;

    /** Lets a behaviour that waits for its cue go on. */
    void cue() throws IOException;

    /**
     * Waits for the end of the behaviour.
     *
     * @return how many bytes the peer has read
     * @throws IOException the failure that ended the behaviour
     */
    long received() throws IOException;

    @Override
    void close() throws IOException;
  }
}
