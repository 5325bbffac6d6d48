package io.github.smc4j.internal.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smc4j.internal.kernel.NativeLibrary;
import io.github.smc4j.internal.kernel.Syscalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DescriptorsTest {
  @BeforeAll
  static void loadLibrary() throws Exception {
    NativeLibrary.load(null, null);
  }

  @Test
  void of_findsTheDescriptorOfEverySocketAndChannelOfTheJdk() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket accepted = server.accept();
        SocketChannel channel = SocketChannel.open();
        ServerSocketChannel serverChannel = ServerSocketChannel.open();
        AsynchronousSocketChannel asynchronous = AsynchronousSocketChannel.open()) {
      assertIsSocket(Descriptors.of(server));
      assertIsSocket(Descriptors.of(socket));
      assertIsSocket(Descriptors.of(accepted));
      assertIsSocket(Descriptors.of(channel));
      assertIsSocket(Descriptors.of(serverChannel));
      assertIsSocket(Descriptors.of(asynchronous));
      assertThat(Descriptors.of(channel.socket())).isEqualTo(Descriptors.of(channel));
      assertThat(Descriptors.of(serverChannel.socket())).isEqualTo(Descriptors.of(serverChannel));
    }
  }

  @Test
  void of_saysThatASocketHasNoneYet() throws Exception {
    try (Socket socket = new Socket()) {
      assertThatThrownBy(() -> Descriptors.of(socket))
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("not created yet");
    }
  }

  @Test
  void isCreated_turnsTrueWhenAnOptionIsFirstAskedFor() throws Exception {
    try (Socket socket = new Socket()) {
      assertThat(Descriptors.isCreated(socket)).isFalse();
      assertThat(socket.getTcpNoDelay()).isFalse();
      assertThat(Descriptors.isCreated(socket)).isTrue();
    }
  }

  @Test
  void of_saysThatASocketIsClosed() throws Exception {
    ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    server.close();

    assertThatThrownBy(() -> Descriptors.of(server))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("closed");
  }

  private static void assertIsSocket(int descriptor) throws IOException {
    assertThat(Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)))
        .hasToString("socket:[" + Syscalls.inode(descriptor) + "]");
  }
}
