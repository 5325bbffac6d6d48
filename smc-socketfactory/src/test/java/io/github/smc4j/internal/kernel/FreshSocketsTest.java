package io.github.smc4j.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.internal.jdk.Descriptors;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every kernel has TCP, and exchanging one TCP socket for another shows what goes along. */
class FreshSocketsTest {
  private static final Conversion TO_TCP = toTcp(OptionalInt.empty());

  private final FreshSockets fresh = new FreshSockets();

  @BeforeAll
  static void loadLibrary() throws Exception {
    NativeLibrary.load(null, null);
  }

  @Test
  void convert_exchangesTheKernelSocketOfTheFirstAndOfTheNext() throws Exception {
    try (SocketChannel first = SocketChannel.open();
        SocketChannel next = SocketChannel.open()) {
      long firstInode = inodeOf(first);
      long nextInode = inodeOf(next);

      TO_TCP.convert(Descriptors.of(first), fresh).close();
      TO_TCP.convert(Descriptors.of(next), fresh).close();

      assertThat(inodeOf(first)).isNotEqualTo(firstInode);
      assertThat(inodeOf(next)).isNotEqualTo(nextInode);
    }
  }

  @Test
  void convert_keepsWhatTheJdkItselfSetWhenItOpenedTheSocket() throws Exception {
    try (ServerSocketChannel first = ServerSocketChannel.open();
        ServerSocketChannel next = ServerSocketChannel.open()) {
      TO_TCP.convert(Descriptors.of(first), fresh).close();
      TO_TCP.convert(Descriptors.of(next), fresh).close();

      assertThat(first.getOption(StandardSocketOptions.SO_REUSEADDR)).isTrue();
      assertThat(next.getOption(StandardSocketOptions.SO_REUSEADDR)).isTrue();
    }
  }

  @Test
  void convert_readsTheOptionsOfTheFirstOnly() throws Exception {
    try (SocketChannel first = SocketChannel.open();
        SocketChannel next = SocketChannel.open()) {
      TO_TCP.convert(Descriptors.of(first), fresh).close();
      next.setOption(StandardSocketOptions.TCP_NODELAY, true);
      TO_TCP.convert(Descriptors.of(next), fresh).close();

      assertThat(next.getOption(StandardSocketOptions.TCP_NODELAY)).isFalse();
    }
  }

  @Test
  void convert_givesEverySocketTheConfiguredBuffers() throws Exception {
    try (SocketChannel plain = SocketChannel.open();
        SocketChannel sized = SocketChannel.open()) {
      TO_TCP.convert(Descriptors.of(plain), fresh).close();
      toTcp(OptionalInt.of(70_000)).convert(Descriptors.of(sized), fresh).close();

      assertThat(plain.getOption(StandardSocketOptions.SO_SNDBUF)).isNotEqualTo(70_000);
      assertThat(sized.getOption(StandardSocketOptions.SO_SNDBUF)).isEqualTo(70_000);
    }
  }

  private static Conversion toTcp(OptionalInt sendBuffer) {
    return new Conversion(List.of(SocketType.TCP), sendBuffer, OptionalInt.empty());
  }

  private static long inodeOf(SocketChannel channel) throws Exception {
    return Syscalls.inode(Descriptors.of(channel));
  }
}
