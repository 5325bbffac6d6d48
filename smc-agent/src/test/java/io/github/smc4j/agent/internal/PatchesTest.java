package io.github.smc4j.agent.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchesTest {
  private static final ClassLoader LOADER = PatchesTest.class.getClassLoader();

  private final Patches patches = new Patches(new KafkaPatch(), new EpollPatch());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/apache/kafka/common/network/Selector",
        "com/example/shaded/org/apache/kafka/common/network/Selector"
      })
  void kafka_isChangedUnderItsOwnNameAndARelocatedOne(String name) throws IOException {
    assertThat(transformed(LOADER, name, Connecting.class)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/apache/kafka/common/network/Selectors",
        "my_org/apache/kafka/common/network/Selector",
        "java/nio/channels/Selector"
      })
  void others_stayAsTheyAre(String name) throws IOException {
    assertThat(transformed(LOADER, name, Connecting.class)).isNull();
  }

  @Test
  void release_withoutTheKnownMethodsStaysAsItIs() throws IOException {
    assertThat(transformed(LOADER, "org/apache/kafka/common/network/Selector", Object.class))
        .isNull();
  }

  @Test
  void loader_thatDoesNotSeeTheHooksKeepsItsClassesAsTheyAre() throws IOException {
    assertThat(
            transformed(
                ClassLoader.getPlatformClassLoader(),
                "io/netty/channel/epoll/EpollSocketChannel",
                Connecting.class))
        .isNull();
  }

  private byte[] transformed(ClassLoader loader, String name, Class<?> code) throws IOException {
    String resource = code.getName().replace('.', '/') + ".class";
    try (InputStream file = ClassLoader.getSystemResourceAsStream(resource)) {
      return patches.transform(loader, name, null, null, file.readAllBytes());
    }
  }

  /** Has what Kafka's Selector has. */
  static class Connecting {
    SocketChannel connect(String id, InetSocketAddress destination) throws IOException {
      return SocketChannel.open();
    }
  }
}
