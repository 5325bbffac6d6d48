package io.github.smc4j.jdbc;

import io.github.smc4j.Link;
import io.github.smc4j.SmcSocketFactory;
import io.github.smc4j.internal.jdk.DelegatingSocket;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

/** The factory under test, telling what the sockets it made run on once they are connected. */
public final class RecordingSocketFactory extends SmcSocketFactory {
  private static final List<Link.Kind> KINDS = new CopyOnWriteArrayList<>();

  public RecordingSocketFactory(Properties properties) {
    super(properties);
  }

  /** Starts afresh; one recording at a time. */
  static Recording record() {
    KINDS.clear();
    return new Recording();
  }

  @Override
  public Socket createSocket() {
    Socket socket = super.createSocket();
    try {
      return new RecordedSocket(socket);
    } catch (SocketException e) {
      throw new AssertionError("a constructor that makes nothing in the kernel", e);
    }
  }

  /** What has connected since it began. */
  static final class Recording implements AutoCloseable {
    List<Link.Kind> kinds() {
      return KINDS;
    }

    @Override
    public void close() {
      KINDS.clear();
    }
  }

  private static final class RecordedSocket extends DelegatingSocket {
    private final Socket socket;

    RecordedSocket(Socket socket) throws SocketException {
      this.socket = socket;
    }

    @Override
    protected Socket delegate() {
      return socket;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      super.connect(endpoint, timeout);
      KINDS.add(Link.of(socket).kind());
    }
  }
}
