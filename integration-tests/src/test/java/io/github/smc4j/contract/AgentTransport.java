package io.github.smc4j.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** The JDK's own sockets in a JVM that the agent is in. */
record AgentTransport(Transport jdk) implements Transport {
  AgentTransport() {
    this(new TcpTransport());
  }

  @Override
  public void assumeRunsOn(Nature nature) {
    assumeTrue(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .anyMatch(argument -> argument.startsWith("-javaagent:")),
        "the agent is not in this JVM");
  }

  @Override
  public Socket socket(Setup<Socket> setup) throws IOException {
    return jdk.socket(setup);
  }

  @Override
  public ServerSocket serverSocket(Setup<ServerSocket> setup) throws IOException {
    return jdk.serverSocket(setup);
  }

  @Override
  public SocketChannel socketChannel(InetSocketAddress destination, Setup<SocketChannel> setup)
      throws IOException {
    return jdk.socketChannel(destination, setup);
  }

  @Override
  public ServerSocketChannel serverSocketChannel(
      InetSocketAddress local, Setup<ServerSocketChannel> setup) throws IOException {
    return jdk.serverSocketChannel(local, setup);
  }
}
