package io.github.smc4j.bench;

import io.github.smc4j.SmcChannels;
import io.github.smc4j.SmcServerSocketFactory;
import io.github.smc4j.SmcSocketFactory;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Where a measured program has its sockets from, which is all that its variants differ in. */
enum Sockets {
  JDK {
    @Override
    Socket socket() {
      return new Socket();
    }

    @Override
    ServerSocket serverSocket() throws IOException {
      return new ServerSocket();
    }

    @Override
    SocketChannel channel() throws IOException {
      return SocketChannel.open();
    }

    @Override
    ServerSocketChannel serverChannel() throws IOException {
      return ServerSocketChannel.open();
    }
  },
  SMC4J {
    @Override
    Socket socket() throws IOException {
      return Factory.INSTANCE.createSocket();
    }

    @Override
    ServerSocket serverSocket() throws IOException {
      return new SmcServerSocketFactory().createServerSocket();
    }

    @Override
    SocketChannel channel() throws IOException {
      return SmcChannels.openSocketChannel();
    }

    @Override
    ServerSocketChannel serverChannel() throws IOException {
      return SmcChannels.openServerSocketChannel();
    }
  };

  /** Apart, for the configuration to be read only where smc4j is used. */
  private static final class Factory {
    static final SmcSocketFactory INSTANCE = new SmcSocketFactory();
  }

  abstract Socket socket() throws IOException;

  abstract ServerSocket serverSocket() throws IOException;

  abstract SocketChannel channel() throws IOException;

  abstract ServerSocketChannel serverChannel() throws IOException;
}
