package io.github.smc4j.contract;

import java.io.IOException;
import java.io.Serializable;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** A way to open sockets and channels. The peer uses the same one as the test, so it travels. */
public interface Transport extends Serializable {
  /** Aborts the test, saying why, where this machine cannot have such sockets run on that. */
  void assumeRunsOn(Nature nature);

  /** A socket that is neither bound nor connected. */
  Socket socket(Setup<Socket> setup) throws IOException;

  ServerSocket serverSocket(Setup<ServerSocket> setup) throws IOException;

  /** A blocking channel that can be connected to {@code destination}. */
  SocketChannel socketChannel(InetSocketAddress destination, Setup<SocketChannel> setup)
      throws IOException;

  /** A blocking channel that can be bound to {@code local}. */
  ServerSocketChannel serverSocketChannel(InetSocketAddress local, Setup<ServerSocketChannel> setup)
      throws IOException;

  /** What an application does to a socket before it hands it on to be bound or connected. */
  @FunctionalInterface
  interface Setup<S> {
    void apply(S socket) throws IOException;

    static <S> Setup<S> none() {
      return socket -> {};
    }
  }
}
