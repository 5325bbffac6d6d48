package io.github.smc4j.contract;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * An address that answers nothing: the kernel drops what comes for a listener whose queue of
 * connections is full. It is a plain TCP listener on the loopback interface, at one of the ports
 * that an agent in this JVM leaves to TCP.
 */
public final class FullBacklog implements Closeable {
  /** Above those that the kernel picks. */
  private static final int FIRST_PORT = 61_000;

  private static final int LAST_PORT = 61_999;

  /** The rule, for the agent's arguments. */
  public static final String LEFT_TO_TCP =
      "rules=[{ports=\"" + FIRST_PORT + "-" + LAST_PORT + "\",mode=off}]";

  private static final int PROBE_MILLIS = 300;

  private final List<Closeable> open = new ArrayList<>();
  private final InetSocketAddress address;

  public FullBacklog(Family family) throws IOException {
    ServerSocket listener = listener(family);
    open.add(listener);
    address = (InetSocketAddress) listener.getLocalSocketAddress();
    while (takesAnother()) {
      // one place less
    }
  }

  private static ServerSocket listener(Family family) throws IOException {
    for (int port = FIRST_PORT; port < LAST_PORT; port++) {
      try {
        return new ServerSocket(port, 1, family.loopback());
      } catch (BindException taken) {
        // by another test
      }
    }
    return new ServerSocket(LAST_PORT, 1, family.loopback());
  }

  public InetSocketAddress address() {
    return address;
  }

  private boolean takesAnother() throws IOException {
    Socket socket = new Socket();
    open.add(socket);
    try {
      socket.connect(address, PROBE_MILLIS);
      return true;
    } catch (SocketTimeoutException full) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    for (Closeable each : open) {
      each.close();
    }
  }
}
