package io.github.smc4j.agent;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import io.github.smc4j.SmcSocketFactory;
import io.github.smc4j.demo.KafkaBroker;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.kafka.SmcSelectorProvider;
import io.github.smc4j.process.RunningProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a Kafka client's own properties say, in a JVM whose settings say otherwise. */
@Tag("agent")
@Tag("once")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaPropertiesUnderTheAgentIT {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final String TOPIC = "topic";

  @TempDir private Path directory;
  private KafkaBroker broker;

  @BeforeAll
  void startBroker(@TempDir Path data) throws Exception {
    broker =
        KafkaBroker.start(KafkaPrograms.LIBS, Agent.ATTACHED, data, Map.of("smc.mode", "prefer"));
  }

  @AfterAll
  void stopBroker() {
    broker.close();
  }

  /** Without the plug-in's jars in the class path, and with them. */
  static Stream<List<String>> classPaths() {
    return Stream.of(
        List.of(),
        Stream.of(SmcSelectorProvider.class, SmcSocketFactory.class, Config.class)
            .map(Classes::of)
            .toList());
  }

  @ParameterizedTest
  @MethodSource("classPaths")
  void client_thatNamesTheFactoryTalksOverSmcd_andNothingIsSaidToBeUnused(List<String> plugin)
      throws Exception {
    assertThat(kinds("off", Map.of("smc.mode", "prefer"), plugin))
        .isNotEmpty()
        .containsOnly(Kind.SMC_D);
    assertThat(Files.readString(directory.resolve("console-consumer-with-properties.log")))
        .contains("ConsumerConfig")
        .doesNotContain("not used");
  }

  @ParameterizedTest
  @MethodSource("classPaths")
  void client_thatTurnsSmcOffTalksOverTcp(List<String> plugin) throws Exception {
    assertThat(kinds("prefer", Map.of("smc.mode", "off"), plugin))
        .isNotEmpty()
        .containsOnly(Kind.TCP);
  }

  @Test
  void broker_thatTurnsSmcOffListensOnTcp(@TempDir Path data) throws Exception {
    try (KafkaBroker off =
        KafkaBroker.start(KafkaPrograms.LIBS, Agent.ATTACHED, data, Map.of("smc.mode", "off"))) {
      assertThat(LinkObserver.of(off.pid()))
          .filteredOn(link -> link.isListeningOn(off.listener()))
          .singleElement()
          .satisfies(link -> assertThat(link.kind()).isEqualTo(Kind.TCP));
    }
  }

  private List<Kind> kinds(String mode, Map<String, String> smc, List<String> plugin)
      throws Exception {
    Map<String, String> properties = new HashMap<>(smc);
    properties.put("socket.factory.class", SmcSocketFactory.class.getName());
    KafkaPrograms programs =
        new KafkaPrograms(broker, List.of(Agent.ATTACHED.get(0) + "=mode=" + mode), directory);
    try (RunningProgram producer = programs.consoleProducer(TOPIC).start();
        RunningProgram consumer =
            programs.consoleConsumer(TOPIC, 1_000, properties, plugin).startReadable()) {
      consumer.endAfter(LIMIT);
      producer.input().write("a record\n".getBytes(US_ASCII));
      producer.input().flush();
      if (consumer.output().readLine() == null) {
        throw consumer.failure("has read nothing", null);
      }
      return LinkObserver.connections(consumer.pid(), broker.listener()).stream()
          .map(ObservedLink::kind)
          .toList();
    }
  }
}
