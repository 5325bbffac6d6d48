package io.github.smc4j.contract;

import io.github.smc4j.contract.Transport.Setup;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link Socket} and {@link ServerSocket}. */
record SocketEnds(Transport transport) implements Ends {
  @Override
  public Connection open(InetSocketAddress destination, Setup<Options> setup) throws IOException {
    return new SocketConnection(
        transport.socket(socket -> setup.apply(new SocketConnection(socket))));
  }

  @Override
  public Listening listen(InetSocketAddress local, Setup<Options> setup) throws IOException {
    ServerSocket socket =
        transport.serverSocket(unbound -> setup.apply(new SocketListening(unbound)));
    try {
      socket.bind(local);
      return new SocketListening(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  @Override
  public Class<? extends IOException> whenClosedByAnotherThread() {
    return SocketException.class;
  }

  private record SocketListening(ServerSocket socket) implements Listening {
    @Override
    public InetSocketAddress address() {
      return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public Connection accept() throws IOException {
      return new SocketConnection(socket.accept());
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
      return socket.supportedOptions();
    }

    @Override
    public <T> void set(SocketOption<T> option, T value) throws IOException {
      socket.setOption(option, value);
    }

    @Override
    public <T> T get(SocketOption<T> option) throws IOException {
      return socket.getOption(option);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static final class SocketConnection implements Connection {
    private final Socket socket;
    private @Nullable InputStream in;

    SocketConnection(Socket socket) {
      this.socket = socket;
    }

    @Override
    public void bind(InetSocketAddress local) throws IOException {
      socket.bind(local);
    }

    @Override
    public void connect(InetSocketAddress destination) throws IOException {
      socket.connect(destination);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return in().read(bytes, offset, length);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
    }

    @Override
    public void shutdownInput() throws IOException {
      in();
      socket.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
      socket.shutdownOutput();
    }

    @Override
    public InetSocketAddress local() {
      return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public InetSocketAddress remote() {
      return (InetSocketAddress) socket.getRemoteSocketAddress();
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
      return socket.supportedOptions();
    }

    @Override
    public <T> void set(SocketOption<T> option, T value) throws IOException {
      socket.setOption(option, value);
    }

    @Override
    public <T> T get(SocketOption<T> option) throws IOException {
      return socket.getOption(option);
    }

    @Override
    public Nature nature() throws IOException {
      return Nature.of(socket);
    }

    @Override
    public Protocol protocol() throws IOException {
      return Protocol.of(socket);
    }

    /** Kept, because a socket hands no stream out after shutdownInput. */
    private InputStream in() throws IOException {
      if (in == null) {
        in = socket.getInputStream();
      }
      return in;
    }

    @Override
    public boolean isOpen() {
      return !socket.isClosed();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
