package io.github.smc4j.contract;

import static org.junit.jupiter.api.Assumptions.abort;

import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.Conversion;
import io.github.smc4j.internal.kernel.SocketType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.OptionalInt;

/** The JDK's sockets, converted as for SMC but to MPTCP, which many kernels have. */
record MptcpTransport() implements Transport {
  private static final Conversion TO_MPTCP =
      new Conversion(
          List.of(SocketType.ofInternet("MPTCP", 262)), OptionalInt.empty(), OptionalInt.empty());

  @Override
  public void assumeRunsOn(Nature nature) {
    Protocol.loadNativeLibrary();
    try (Socket socket = socket(Setup.none())) {
      socket.getReuseAddress();
    } catch (IOException e) {
      abort("this kernel has no MPTCP: " + e.getMessage());
    }
  }

  @Override
  public Socket socket(Setup<Socket> setup) throws IOException {
    Socket socket = new TcpTransport().socket(setup);
    socket.getReuseAddress();
    TO_MPTCP.convert(Descriptors.of(socket)).close();
    return socket;
  }

  @Override
  public ServerSocket serverSocket(Setup<ServerSocket> setup) throws IOException {
    ServerSocket socket = new TcpTransport().serverSocket(setup);
    socket.getReuseAddress();
    TO_MPTCP.convert(Descriptors.of(socket)).close();
    return socket;
  }

  @Override
  public SocketChannel socketChannel(InetSocketAddress destination, Setup<SocketChannel> setup)
      throws IOException {
    SocketChannel channel = new TcpTransport().socketChannel(destination, setup);
    TO_MPTCP.convert(Descriptors.of(channel)).close();
    return channel;
  }

  @Override
  public ServerSocketChannel serverSocketChannel(
      InetSocketAddress local, Setup<ServerSocketChannel> setup) throws IOException {
    ServerSocketChannel channel = new TcpTransport().serverSocketChannel(local, setup);
    TO_MPTCP.convert(Descriptors.of(channel)).close();
    return channel;
  }
}
