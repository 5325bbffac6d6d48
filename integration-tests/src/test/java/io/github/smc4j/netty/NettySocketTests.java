package io.github.smc4j.netty;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.smc4j.Link;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.testsuite.transport.TestsuitePermutation.BootstrapComboFactory;
import io.netty.testsuite.transport.socket.CompositeBufferGatheringWriteTest;
import io.netty.testsuite.transport.socket.SocketAutoReadTest;
import io.netty.testsuite.transport.socket.SocketBufReleaseTest;
import io.netty.testsuite.transport.socket.SocketCancelWriteTest;
import io.netty.testsuite.transport.socket.SocketCloseForciblyTest;
import io.netty.testsuite.transport.socket.SocketConditionalWritabilityTest;
import io.netty.testsuite.transport.socket.SocketConnectTest;
import io.netty.testsuite.transport.socket.SocketDataReadInitialStateTest;
import io.netty.testsuite.transport.socket.SocketEchoTest;
import io.netty.testsuite.transport.socket.SocketExceptionHandlingTest;
import io.netty.testsuite.transport.socket.SocketFileRegionTest;
import io.netty.testsuite.transport.socket.SocketFixedLengthEchoTest;
import io.netty.testsuite.transport.socket.SocketGatheringWriteTest;
import io.netty.testsuite.transport.socket.SocketHalfClosedTest;
import io.netty.testsuite.transport.socket.SocketMultipleConnectTest;
import io.netty.testsuite.transport.socket.SocketReadPendingTest;
import io.netty.testsuite.transport.socket.SocketRstTest;
import io.netty.testsuite.transport.socket.SocketSslGreetingTest;
import io.netty.testsuite.transport.socket.SocketStartTlsTest;
import io.netty.testsuite.transport.socket.SocketStringEchoTest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The tests that Netty runs for each of its transports, of a server and its client. */
abstract class NettySocketTests extends NettyEndTests {
  private final SeenLinks links = new SeenLinks();

  NettySocketTests(Loops loops, Link.Kind kind) {
    super(loops, kind);
  }

  @AfterAll
  void requireLinks() {
    links.requireAll(kind);
  }

  private List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> pairs() {
    return List.of(
        new BootstrapComboFactory<>() {
          @Override
          public ServerBootstrap newServerInstance() {
            return loops.server();
          }

          @Override
          public Bootstrap newClientInstance() {
            return loops.client(links);
          }
        });
  }

  @Nested
  class Echo extends SocketEchoTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class FixedLengthEcho extends SocketFixedLengthEchoTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class StringEcho extends SocketStringEchoTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class SslGreeting extends SocketSslGreetingTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class StartTls extends SocketStartTlsTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class Connect extends SocketConnectTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class MultipleConnect extends SocketMultipleConnectTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class ExceptionHandling extends SocketExceptionHandlingTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class HalfClosed extends SocketHalfClosedTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class Reset extends SocketRstTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    /** Over SMC the peer reads the end of the stream: smc_close_active sends no reset. */
    @Test
    @Override
    public void testSoLingerZeroCausesOnlyRstOnClose(TestInfo test) throws Throwable {
      assumeTrue(kind == Link.Kind.TCP, "SO_LINGER 0 causes no reset over SMC");
      super.testSoLingerZeroCausesOnlyRstOnClose(test);
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class CloseForcibly extends SocketCloseForciblyTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class AutoRead extends SocketAutoReadTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class ReadPending extends SocketReadPendingTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class DataReadInitialState extends SocketDataReadInitialStateTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class GatheringWrite extends SocketGatheringWriteTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class CompositeBufferGatheringWrite extends CompositeBufferGatheringWriteTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class FileRegion extends SocketFileRegionTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class BufRelease extends SocketBufReleaseTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class CancelWrite extends SocketCancelWriteTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }

  @Nested
  class ConditionalWritability extends SocketConditionalWritabilityTest {
    @Override
    protected List<BootstrapComboFactory<ServerBootstrap, Bootstrap>> newFactories() {
      return pairs();
    }

    @Override
    protected List<ByteBufAllocator> newAllocators() {
      return ALLOCATORS;
    }
  }
}
