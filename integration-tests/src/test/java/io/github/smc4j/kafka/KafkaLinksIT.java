package io.github.smc4j.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.Config;
import io.github.smc4j.SmcSocketFactory;
import io.github.smc4j.demo.KafkaBroker;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An unmodified broker with the plug-in in its class path, and every kind of client, over SMC-D.
 */
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaLinksIT {
  private static final Path SERVER = Path.of("kafka", "target", "libs");
  private static final String TOPIC = "links";
  private static final List<String> RECORDS =
      IntStream.range(0, 100).mapToObj(i -> "record " + i).toList();

  private KafkaBroker broker;

  @BeforeAll
  void startBroker(@TempDir Path directory) throws Exception {
    broker = KafkaBroker.start(serverClassPath(), directory, Map.of());
    createTopic(TOPIC);
    KafkaClient.PRODUCER.work(tcpConfigs(), "", TOPIC, RECORDS).close();
  }

  @AfterAll
  void stopBroker() {
    broker.close();
  }

  @Test
  void broker_listensAndReachesItsControllerOverSmc() {
    await()
        .atMost(Duration.ofMinutes(1)) // until it has closed what TCP clients have left
        .untilAsserted(
            () ->
                assertThat(LinkObserver.of(broker.pid()))
                    .anySatisfy(
                        link -> {
                          assertThat(link.isListeningOn(broker.listener())).isTrue();
                          assertThat(link.kind()).isEqualTo(Kind.SMC);
                        })
                    .anySatisfy(
                        link -> {
                          assertThat(link.isConnectedTo(broker.controllerListener())).isTrue();
                          assertThat(link.kind()).isEqualTo(Kind.SMC_D);
                        })
                    .noneMatch(ObservedLink::isTcp));
  }

  /** A client of the same kind that does not name it is connected at the same time. */
  @ParameterizedTest
  @EnumSource
  void client_thatNamesTheFactoryRunsOverSmcAndNoOtherDoes(KafkaClient kind) throws Exception {
    String topic = kind == KafkaClient.PRODUCER ? "written" : TOPIC;
    try (AutoCloseable plain = kind.work(tcpConfigs(), kind + "-tcp", topic, RECORDS)) {
      assertThat(plain).isNotNull();
      List<ObservedLink> ofPlain = links();
      assertThat(ofPlain).isNotEmpty().allMatch(ObservedLink::isTcp);

      try (AutoCloseable smc = kind.work(smcConfigs(), kind + "-smc", topic, RECORDS)) {
        assertThat(smc).isNotNull();
        assertThat(links())
            .filteredOn(link -> !ofPlain.contains(link))
            .isNotEmpty()
            .allMatch(link -> link.kind() == Kind.SMC_D);
      }
    }
  }

  @Test
  @Tag("once")
  void streamsApplication_thatNamesTheFactoryRunsOverSmc(@TempDir Path directory) throws Exception {
    createTopic("copied");
    try (RunningProgram application = startStreamsCopy(directory, "copied");
        AutoCloseable reader =
            KafkaClient.CLASSIC_CONSUMER.work(tcpConfigs(), "reader", "copied", RECORDS)) {
      assertThat(reader).isNotNull();
      assertThat(links(application.pid())).isNotEmpty().allMatch(link -> link.kind() == Kind.SMC_D);
    }
  }

  private RunningProgram startStreamsCopy(Path directory, String to) throws IOException {
    Properties properties = new Properties();
    properties.putAll(smcConfigs());
    properties.putAll(Map.of("application.id", "copy", "state.dir", directory.toString()));
    Path file = directory.resolve("streams.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    return new JavaProgram(
            "the Streams application",
            String.join(File.pathSeparator, jarOrClasses(StreamsCopy.class), serverClassPath()),
            List.of(),
            List.of(StreamsCopy.class.getName(), file.toString(), TOPIC, to),
            directory.resolve("streams.log"))
        .start();
  }

  private void createTopic(String name) throws Exception {
    try (Admin admin = Admin.create(tcpConfigs())) {
      admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty()))).all().get();
    }
  }

  /** The connections of this process to the broker. */
  private List<ObservedLink> links() throws IOException {
    return links(ProcessHandle.current().pid());
  }

  private List<ObservedLink> links(long pid) throws IOException {
    return LinkObserver.connections(pid, broker.listener());
  }

  private Map<String, Object> tcpConfigs() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  private Map<String, Object> smcConfigs() {
    return Map.of(
        "bootstrap.servers",
        broker.bootstrapServers(),
        "socket.factory.class",
        "io.github.smc4j.SmcSocketFactory",
        "smc.mode",
        "require");
  }

  /** The server's {@code libs/}, with the plug-in's jars put there. */
  private static String serverClassPath() {
    return String.join(
        File.pathSeparator,
        SERVER.toAbsolutePath() + "/*",
        jarOrClasses(SmcSocketFactory.class),
        jarOrClasses(SmcSelectorProvider.class),
        jarOrClasses(Config.class));
  }

  private static String jarOrClasses(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
  }
}
