package io.github.smc4j.contract;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * An address that answers nothing: the kernel drops what comes for a listener whose queue of
 * connections is full. It is a plain TCP listener on the loopback interface.
 */
public final class FullBacklog implements Closeable {
  private static final int PROBE_MILLIS = 300;

  private final List<Closeable> open = new ArrayList<>();
  private final InetSocketAddress address;

  public FullBacklog(Family family) throws IOException {
    ServerSocket listener = new ServerSocket(0, 1, family.loopback());
    open.add(listener);
    address = (InetSocketAddress) listener.getLocalSocketAddress();
    while (takesAnother()) {
      // one place less
    }
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
