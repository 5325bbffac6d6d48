package io.github.smc4j.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.smc4j.SmcChannelFactory;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocketFactoryClassTest {
  private final ServerSocket silentServer;

  SocketFactoryClassTest() throws IOException {
    silentServer = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
  }

  @BeforeEach
  void forgetWhatWasOpened() {
    RecordingChannelFactory.OPENED.clear();
  }

  @AfterEach
  void closeServer() throws IOException {
    silentServer.close();
  }

  @ParameterizedTest
  @EnumSource
  void client_opensItsChannelsThroughTheFactoryItNames(KafkaClients kind) throws Exception {
    assumeTrue(kind.isOffered(), "this release of Kafka has no " + kind);

    try (AutoCloseable client = kind.dial(configs(RecordingChannelFactory.class.getName()))) {
      assertThat(client).isNotNull();
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () ->
                  assertThat(RecordingChannelFactory.OPENED)
                      .extracting(RecordingChannelFactory.Opened::destination)
                      .contains((InetSocketAddress) silentServer.getLocalSocketAddress()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void client_withoutThePropertyIsLeftAlone_besideOneThatHasIt(KafkaClients kind) throws Exception {
    assumeTrue(kind.isOffered(), "this release of Kafka has no " + kind);
    Map<String, Object> plain = configs(null);
    Map<String, Object> named = configs(RecordingChannelFactory.class.getName());
    named.put("smc.mode", "off");
    try (ServerSocket other = new ServerSocket(0, 500, InetAddress.getLoopbackAddress())) {
      plain.put("bootstrap.servers", "127.0.0.1:" + other.getLocalPort());

      try (AutoCloseable first = kind.dial(plain);
          AutoCloseable second = kind.dial(named)) {
        assertThat(first).isNotSameAs(second);
        other.setSoTimeout(60_000);
        other.accept().close();
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> !RecordingChannelFactory.OPENED.isEmpty());
      }

      assertThat(RecordingChannelFactory.OPENED)
          .extracting(opened -> opened.destination().getPort())
          .doesNotContain(other.getLocalPort());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSL", "SASL_PLAINTEXT", "SASL_SSL"})
  void client_opensItsChannelsThroughTheFactoryUnderEverySecurityProtocol(String protocol)
      throws Exception {
    Map<String, Object> configs = configs(RecordingChannelFactory.class.getName());
    configs.put("security.protocol", protocol);
    configs.put("sasl.mechanism", "PLAIN");
    configs.put(
        "sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=u password=p;");

    try (AutoCloseable client = KafkaClients.CLASSIC_CONSUMER.dial(configs)) {
      assertThat(client).isNotNull();
    }

    assertThat(RecordingChannelFactory.OPENED).isNotEmpty();
  }

  @Test
  void smcProperties_reachTheFactory_andNoOthersDo() throws Exception {
    Map<String, Object> configs = configs(RecordingChannelFactory.class.getName());
    configs.put("smc.mode", "require");

    try (AutoCloseable client = KafkaClients.CLASSIC_CONSUMER.dial(configs)) {
      assertThat(client).isNotNull();
    }

    assertThat(RecordingChannelFactory.OPENED)
        .extracting(RecordingChannelFactory.Opened::properties)
        .isNotEmpty()
        .containsOnly(properties("smc.mode", "require"));
  }

  @Test
  void value_mayBeTheClassItself() throws Exception {
    Map<String, Object> configs = configs(null);
    configs.put("socket.factory.class", RecordingChannelFactory.class);

    try (AutoCloseable client = KafkaClients.CLASSIC_CONSUMER.dial(configs)) {
      assertThat(client).isNotNull();
    }

    assertThat(RecordingChannelFactory.OPENED).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no.such.Factory", "java.lang.String", ""})
  void value_thatIsNoFactoryIsAConfigExceptionNamingPropertyAndValue(String value) {
    Throwable thrown = catchThrowable(() -> KafkaClients.CLASSIC_CONSUMER.dial(configs(value)));

    assertThat(thrown)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("socket.factory.class")
        .hasMessageContaining("Invalid value " + value);
  }

  /** A copy of the jars in a child class loader is how that happens. */
  @Test
  void value_thatImplementsAnotherCopyOfTheInterfaceOpensTheChannelsAllTheSame() throws Exception {
    URL[] jars = {location(RecordingChannelFactory.class), location(SmcChannelFactory.class)};
    try (URLClassLoader copies = new URLClassLoader(jars, null)) {
      Class<?> copy = copies.loadClass(RecordingChannelFactory.class.getName());
      Map<String, Object> configs = configs(null);
      configs.put("socket.factory.class", copy);

      try (AutoCloseable client = KafkaClients.CLASSIC_CONSUMER.dial(configs)) {
        assertThat(client).isNotNull();
      }

      Field opened = copy.getDeclaredField("OPENED");
      opened.setAccessible(true);
      assertThat((Collection<?>) opened.get(null)).isNotEmpty();
    }
  }

  @Test
  void value_whoseConstructorThrowsIsAConfigExceptionWithThatCause() {
    Throwable thrown =
        catchThrowable(
            () -> KafkaClients.CLASSIC_CONSUMER.dial(configs(FailingFactory.class.getName())));

    assertThat(thrown)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("socket.factory.class")
        .hasMessageContaining(FailingFactory.class.getName())
        .hasRootCauseMessage("no good");
  }

  @Test
  void smcSocketFactory_withABadSettingIsAConfigExceptionNamingTheSetting() {
    Map<String, Object> configs = configs("io.github.smc4j.SmcSocketFactory");
    configs.put("smc.mode", "sometimes");

    Throwable thrown = catchThrowable(() -> KafkaClients.CLASSIC_CONSUMER.dial(configs));

    assertThat(thrown)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("smc.mode")
        .hasMessageContaining("sometimes");
  }

  /**
   * The client's configuration, with {@code socket.factory.class} if {@code factory} is not null.
   */
  private Map<String, Object> configs(String factory) {
    Map<String, Object> configs = new HashMap<>();
    configs.put("bootstrap.servers", "127.0.0.1:" + silentServer.getLocalPort());
    configs.put("reconnect.backoff.ms", "100");
    configs.put("request.timeout.ms", "1000");
    configs.put("delivery.timeout.ms", "2000");
    configs.put("linger.ms", "0");
    if (factory != null) {
      configs.put("socket.factory.class", factory);
    }
    return configs;
  }

  private static URL location(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  private static Properties properties(String key, String value) {
    Properties properties = new Properties();
    properties.setProperty(key, value);
    return properties;
  }

  /** A factory that cannot be made. */
  public static final class FailingFactory implements SmcChannelFactory {
    public FailingFactory() {
      throw new IllegalStateException("no good");
    }

    @Override
    public SocketChannel openSocketChannel(InetSocketAddress destination) throws IOException {
      return SocketChannel.open();
    }
  }
}
