package io.github.smc4j.agent;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** The ways in which the JDK binds and connects sockets, each with both ends of a connection. */
enum JdkConnection {
  SOCKETS {
    @Override
    Ends connect() throws Exception {
      ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
      return new Ends(server.getLocalPort(), server, client, server.accept());
    }
  },
  SOCKETS_WITH_A_TIMEOUT {
    @Override
    Ends connect() throws Exception {
      ServerSocket server = new ServerSocket();
      server.setOption(StandardSocketOptions.SO_REUSEPORT, true);
      server.bind(Loopback.address(0));
      Socket client = new Socket();
      client.setTcpNoDelay(true);
      client.connect(server.getLocalSocketAddress(), 60_000);
      return new Ends(server.getLocalPort(), server, client, server.accept());
    }
  },
  IPV6 {
    @Override
    Ends connect() throws Exception {
      byte[] loopback = new byte[16];
      loopback[15] = 1;
      ServerSocket server = new ServerSocket(0, 1, InetAddress.getByAddress(loopback));
      Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
      return new Ends(server.getLocalPort(), server, client, server.accept());
    }
  },
  CHANNELS {
    @Override
    Ends connect() throws Exception {
      ServerSocketChannel server = ServerSocketChannel.open().bind(Loopback.address(0));
      SocketChannel client = SocketChannel.open(server.getLocalAddress());
      return new Ends(portOf(server), server, client, server.accept());
    }
  },
  /** As ZooKeeper has them: a selector waits for them before they are bound and connected. */
  CHANNELS_REGISTERED_BEFORE {
    @Override
    Ends connect() throws Exception {
      try (Selecting selecting = new Selecting()) {
        ServerSocketChannel server = ServerSocketChannel.open();
        SocketChannel client = SocketChannel.open();
        SelectionKey accept = selecting.register(server, SelectionKey.OP_ACCEPT);
        SelectionKey connect = selecting.register(client, SelectionKey.OP_CONNECT);
        selecting.awaitRound();
        server.bind(Loopback.address(0));
        client.connect(server.getLocalAddress());
        selecting.watch();
        selecting.awaitReady(connect);
        if (!client.finishConnect()) {
          throw new IllegalStateException("ready, but not connected");
        }
        selecting.awaitReady(accept);
        return new Ends(portOf(server), server, client, server.accept());
      }
    }
  },
  ASYNCHRONOUS_CHANNELS {
    @Override
    Ends connect() throws Exception {
      AsynchronousServerSocketChannel server =
          AsynchronousServerSocketChannel.open().bind(Loopback.address(0));
      AsynchronousSocketChannel client = AsynchronousSocketChannel.open();
      client.connect(server.getLocalAddress()).get();
      int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
      return new Ends(port, server, client, server.accept().get());
    }
  },
  CLIENT_BOUND_BEFORE {
    @Override
    Ends connect() throws Exception {
      ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      Socket client = new Socket();
      client.bind(Loopback.address(0));
      client.connect(server.getLocalSocketAddress());
      return new Ends(server.getLocalPort(), server, client, server.accept());
    }
  };

  /** What a connection is made of. */
  record Ends(int port, Closeable server, Closeable client, Closeable accepted) {}

  /** Connects a client to a server on the loopback interface. */
  abstract Ends connect() throws Exception;

  private static int portOf(ServerSocketChannel server) throws IOException {
    return ((InetSocketAddress) server.getLocalAddress()).getPort();
  }

  /** Connects as its argument says, prints the port, and stays until its standard input ends. */
  public static void main(String[] arguments) throws Exception {
    Ends ends = valueOf(arguments[0]).connect();
    System.out.println(ends.port());
    while (System.in.read() >= 0) {}
    ends.accepted().close();
    ends.client().close();
    ends.server().close();
  }
}
