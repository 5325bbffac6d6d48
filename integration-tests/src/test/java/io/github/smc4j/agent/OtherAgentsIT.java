package io.github.smc4j.agent;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The agent beside others that the same JVM has, of which each does its own work as well. */
class OtherAgentsIT {
  static final Path AGENTS = Path.of("target", "agents").toAbsolutePath();

  @TempDir private Path directory;

  /** The order on the command line, which is that of their starts. */
  enum Order {
    BEFORE_OURS {
      @Override
      List<String> with(List<String> other) {
        return Stream.concat(other.stream(), Agent.ATTACHED.stream()).toList();
      }
    },
    AFTER_OURS {
      @Override
      List<String> with(List<String> other) {
        return Stream.concat(Agent.ATTACHED.stream(), other.stream()).toList();
      }
    };

    abstract List<String> with(List<String> other);
  }

  @ParameterizedTest
  @EnumSource
  void openTelemetry_tracesAProgramThatPrintsWhatItPrintsWithoutThem(Order order) throws Exception {
    Session plain = PageReading.ofJdkServer(Agent.ABSENT, directory);
    Session traced = PageReading.ofJdkServer(order.with(openTelemetry()), directory);

    assertThat(traced.output()).isEqualTo(plain.output());
    assertTraced();
  }

  @ParameterizedTest
  @EnumSource
  @Tag("agent")
  @Tag("once")
  void openTelemetry_tracesAProgramOnSmcd(Order order) throws Exception {
    Session traced = PageReading.ofJdkServer(order.with(openTelemetry()), directory);

    assertThat(traced.links()).isEqualTo(Links.overSmcd(PageReading.CONNECTIONS));
    assertTraced();
  }

  @ParameterizedTest
  @EnumSource
  void jmxExporter_showsTheFiguresOfAProgramWithItsOwnServer(Order order) throws Exception {
    InetSocketAddress exporter = Loopback.freeAddress();
    try (RunningProgram program = program(order, exporter).startReadable()) {
      awaitStart(program);
      assertShowsFigures(exporter);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("agent")
  @Tag("once")
  void jmxExporter_leavesTheProgramOnSmcd(Order order) throws Exception {
    InetSocketAddress exporter = Loopback.freeAddress();
    try (RunningProgram program = program(order, exporter).startReadable()) {
      InetSocketAddress address = awaitStart(program);
      Session session =
          PageReading.from(new Listener(program.pid(), address), Agent.ATTACHED, directory);

      assertThat(session.links()).isEqualTo(Links.overSmcd(PageReading.CONNECTIONS));
      assertShowsFigures(exporter);
      assertThat(LinkObserver.of(program.pid()))
          .filteredOn(link -> link.isListeningOn(exporter))
          .extracting(ObservedLink::kind)
          .containsExactly(order == Order.AFTER_OURS ? Kind.SMC : Kind.TCP);
    }
  }

  private static List<String> openTelemetry() {
    return List.of(
        "-javaagent:" + AGENTS.resolve("opentelemetry.jar"),
        "-Dotel.traces.exporter=logging",
        "-Dotel.metrics.exporter=none",
        "-Dotel.logs.exporter=none");
  }

  /** One span of each of the JDK's clients, and those of the server. */
  private void assertTraced() throws Exception {
    assertThat(Files.readString(directory.resolve("reader.log")))
        .contains("java-http-client", "http-url-connection");
    assertThat(Files.readString(directory.resolve("server.log"))).contains("java-http-server");
  }

  private JavaProgram program(Order order, InetSocketAddress exporter) throws Exception {
    Path rules = Files.writeString(directory.resolve("rules.yml"), "rules:\n- pattern: \".*\"\n");
    String option =
        "-javaagent:%s=127.0.0.1:%d:%s"
            .formatted(AGENTS.resolve("jmx_prometheus.jar"), exporter.getPort(), rules);
    return new JavaProgram(
        "the HTTP server",
        Classes.of(PageServer.class),
        order.with(List.of(option)),
        List.of(PageServer.class.getName()),
        directory.resolve("server.log"));
  }

  private static InetSocketAddress awaitStart(RunningProgram program) throws Exception {
    return PageReading.listener(program).address();
  }

  private static void assertShowsFigures(InetSocketAddress exporter) throws Exception {
    URI metrics = URI.create("http://127.0.0.1:" + exporter.getPort() + "/metrics");
    assertThat(
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(metrics).build(), ofString())
                .body())
        .contains("jvm_threads_current");
  }
}
