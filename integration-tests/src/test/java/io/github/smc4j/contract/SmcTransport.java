package io.github.smc4j.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.smc4j.Smc;
import io.github.smc4j.SmcChannels;
import io.github.smc4j.SmcServerSocketFactory;
import io.github.smc4j.SmcSocketFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** What the factories of smc4j make, under the policy that it has unless told otherwise. */
public record SmcTransport() implements Transport {
  @Override
  public void assumeRunsOn(Nature nature) {
    if (nature.isSmc()) {
      assumeTrue(Smc.isAvailable(), () -> "this machine has no SMC: " + Smc.unavailabilityCause());
    } else {
      assumeTrue(
          !Smc.isAvailable(), "this machine has SMC, so its sockets do not run on " + nature);
    }
  }

  @Override
  public Socket socket(Setup<Socket> setup) throws IOException {
    Socket socket = new SmcSocketFactory().createSocket();
    setup.apply(socket);
    return socket;
  }

  @Override
  public ServerSocket serverSocket(Setup<ServerSocket> setup) throws IOException {
    ServerSocket socket = new SmcServerSocketFactory().createServerSocket();
    setup.apply(socket);
    return socket;
  }

  @Override
  public SocketChannel socketChannel(InetSocketAddress destination, Setup<SocketChannel> setup)
      throws IOException {
    SocketChannel channel = SmcChannels.openSocketChannel(destination);
    setup.apply(channel);
    return channel;
  }

  @Override
  public ServerSocketChannel serverSocketChannel(
      InetSocketAddress local, Setup<ServerSocketChannel> setup) throws IOException {
    ServerSocketChannel channel = SmcChannels.openServerSocketChannel(local);
    setup.apply(channel);
    return channel;
  }
}
