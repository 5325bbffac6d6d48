package io.github.smc4j.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.Breaker;
import io.github.smc4j.contract.Task;
import io.github.smc4j.demo.KafkaBroker;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink;
import io.github.smc4j.fault.Middlebox;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A broker without SMC, reached through a router that promises it. */
@Tag("fault")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaRetryIT {
  private static final String SERVER = Path.of("kafka", "target", "libs").toAbsolutePath() + "/*";
  private static final List<String> RECORDS =
      IntStream.range(0, 100).mapToObj(i -> "record " + i).toList();

  private Middlebox middlebox;
  private KafkaBroker broker;
  private InetSocketAddress bootstrap;

  @BeforeAll
  void startBroker(@TempDir Path directory) throws Exception {
    middlebox = Middlebox.start(directory);
    broker =
        KafkaBroker.start(
            SERVER, List.of(), directory.resolve("kafka"), Middlebox.here(), Map.of());
    bootstrap = middlebox.inFrontOf(broker.listener().getPort());
  }

  @AfterAll
  void stopBroker() throws IOException {
    broker.close();
    middlebox.close();
  }

  /** The broker takes the proposal for the length of a message, a negative one, and closes. */
  @Test
  void producer_writesOverTcpAfterItsFirstAttemptFailedOverSmc() throws Exception {
    long start = System.nanoTime();
    write(tcpConfigs()).result().close();
    report("100 records written by the first client of this JVM, over TCP", start);

    start = System.nanoTime();
    write(tcpConfigs()).result().close();
    report("100 records written over TCP", start);

    start = System.nanoTime();
    Task<AutoCloseable> work = write(smcConfigs());
    await()
        .atMost(Task.PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> !Breaker.failures().isEmpty());
    report("first attempt over: " + Breaker.failures().get(0).cause(), start);
    try (AutoCloseable producer = work.result()) {
      assertThat(producer).isNotNull();
      report("100 records written after the retry", start);
      assertThat(links()).isNotEmpty().allMatch(ObservedLink::isTcp);
    }
    assertThat(Breaker.failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.destination()).isEqualTo(bootstrap));
    List<String> all = Stream.of(RECORDS, RECORDS, RECORDS).flatMap(List::stream).toList();
    KafkaClient.CLASSIC_CONSUMER.work(smcConfigs(), "reader", "retried", all).close();
  }

  private static Task<AutoCloseable> write(Map<String, Object> configs) {
    return Task.start(() -> KafkaClient.PRODUCER.work(configs, "", "retried", RECORDS));
  }

  private static void report(String what, long start) {
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.print("fault: Kafka producer: %s, %d ms%n".formatted(what, took.toMillis()));
  }

  private List<ObservedLink> links() throws IOException {
    return LinkObserver.connections(bootstrap);
  }

  private Map<String, Object> tcpConfigs() {
    return Map.of("bootstrap.servers", bootstrap.getHostString() + ":" + bootstrap.getPort());
  }

  private Map<String, Object> smcConfigs() {
    Map<String, Object> configs = new HashMap<>(tcpConfigs());
    configs.put("socket.factory.class", "io.github.smc4j.SmcSocketFactory");
    return configs;
  }
}
