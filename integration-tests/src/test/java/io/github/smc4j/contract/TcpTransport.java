package io.github.smc4j.contract;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** The JDK's own sockets: what every other transport is measured against. */
record TcpTransport() implements Transport {
  @Override
  public void assumeRunsOn(Nature nature) {}

  @Override
  public Socket socket(Setup<Socket> setup) throws IOException {
    Socket socket = new Socket();
    setup.apply(socket);
    return socket;
  }

  @Override
  public ServerSocket serverSocket(Setup<ServerSocket> setup) throws IOException {
    ServerSocket socket = new ServerSocket();
    setup.apply(socket);
    return socket;
  }

  @Override
  public SocketChannel socketChannel(InetSocketAddress destination, Setup<SocketChannel> setup)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    setup.apply(channel);
    return channel;
  }

  @Override
  public ServerSocketChannel serverSocketChannel(
      InetSocketAddress local, Setup<ServerSocketChannel> setup) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    setup.apply(channel);
    return channel;
  }
}
