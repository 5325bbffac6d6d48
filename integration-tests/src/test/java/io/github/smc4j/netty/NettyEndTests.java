package io.github.smc4j.netty;

import io.github.smc4j.Link;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.testsuite.transport.TestsuitePermutation.BootstrapFactory;
import io.netty.testsuite.transport.socket.ServerSocketSuspendTest;
import io.netty.testsuite.transport.socket.SocketChannelNotYetConnectedTest;
import io.netty.testsuite.transport.socket.SocketShutdownOutputByPeerTest;
import io.netty.testsuite.transport.socket.SocketShutdownOutputBySelfTest;
import io.netty.testsuite.transport.socket.WriteBeforeRegisteredTest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The tests that Netty runs for each of its transports, of one end alone. Some wait for ever. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NettyEndTests {
  static final List<ByteBufAllocator> ALLOCATORS = List.of(PooledByteBufAllocator.DEFAULT);

  final Loops loops;
  final Link.Kind kind;

  NettyEndTests(Loops loops, Link.Kind kind) {
    this.loops = loops;
    this.kind = kind;
  }

  private List<BootstrapFactory<Bootstrap>> clients() {
    return List.of(loops::client);
  }

  private List<BootstrapFactory<ServerBootstrap>> servers() {
    return List.of(loops::server);
  }

  @Nested
  class NotYetConnected extends SocketChannelNotYetConnectedTest {
    @Override
    protected List<BootstrapFactory<Bootstrap>> newFactories() {
      return clients();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class ShutdownOutputBySelf extends SocketShutdownOutputBySelfTest {
    @Override
    protected List<BootstrapFactory<Bootstrap>> newFactories() {
      return clients();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class WriteBeforeRegistered extends WriteBeforeRegisteredTest {
    @Override
    protected List<BootstrapFactory<Bootstrap>> newFactories() {
      return clients();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class ShutdownOutputByPeer extends SocketShutdownOutputByPeerTest {
    @Override
    protected List<BootstrapFactory<ServerBootstrap>> newFactories() {
      return servers();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class Suspend extends ServerSocketSuspendTest {
    @Override
    protected List<BootstrapFactory<ServerBootstrap>> newFactories() {
      return servers();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }
}
