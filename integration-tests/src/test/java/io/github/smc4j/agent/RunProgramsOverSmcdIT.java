package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.lab.LabSetUp;
import io.github.smc4j.process.RunningProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers and clients that know nothing of SMC, all of them under {@code smc4j run}. */
@Tag("agent")
@Tag("once")
@Timeout(600)
class RunProgramsOverSmcdIT {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  @TempDir Path directory;
  private InetSocketAddress address;

  @BeforeEach
  void prepare() throws Exception {
    assumeTrue(LabSetUp.PROGRAMS.reasonForLack(directory) == null, "no programs");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      address = (InetSocketAddress) free.getLocalSocketAddress();
    }
  }

  @Test
  void redis() throws Exception {
    List<String> server =
        program("redis-server", "--port", port(), "--bind", "127.0.0.1", "--save", "");
    List<String> client = program("redis-cli", "-h", "127.0.0.1", "-p", port());
    String input = "SET key value\nGET key\nSTRLEN key\nDEL key\n";

    String plain = dialogue(server, client, input, Kind.TCP);

    assertThat(
            dialogue(RunCommandLine.under(server), RunCommandLine.under(client), input, Kind.SMC_D))
        .isEqualTo(plain)
        .contains("value");
  }

  @Test
  void redisBenchmark() throws Exception {
    List<String> server =
        program("redis-server", "--port", port(), "--bind", "127.0.0.1", "--save", "");
    List<String> client =
        program("redis-benchmark", "-p", port(), "-c", "1", "-n", "5000", "-t", "set,get", "-q");
    try (RunningProgram serving = start("redis-server", RunCommandLine.under(server))) {
      awaitListener();
      try (RunningProgram asking = start("redis-benchmark", RunCommandLine.under(client))) {
        await()
            .atMost(LIMIT)
            .until(
                () ->
                    kinds(asking.pid(), false).equals(List.of(Kind.SMC_D))
                        && kindsOfTree(serving.pid()).equals(List.of(Kind.SMC_D)));
        asking.awaitSuccess(LIMIT);
      }
    }
    assertThat(directory.resolve("redis-benchmark.log"))
        .content()
        .containsPattern("SET: .* requests per second")
        .containsPattern("GET: .* requests per second");
  }

  @Test
  void nginx() throws Exception {
    byte[] page =
        "a line that goes over the link\n".repeat(4000).getBytes(StandardCharsets.US_ASCII);
    Files.write(directory.resolve("page.txt"), page);
    Path configuration =
        Files.writeString(
            directory.resolve("nginx.conf"),
            """
            daemon off; user root; pid %1$s/pid; error_log stderr;
            events {}
            http {
              access_log off; client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi; uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
              server { listen 127.0.0.1:%2$s; root %1$s; limit_rate 8k; }
            }
            """
                .formatted(directory, port()));
    List<String> server = program("nginx", "-c", configuration.toString());
    List<String> client = program("curl", "--silent", "http://127.0.0.1:" + port() + "/page.txt");

    String plain = dialogue(server, client, "", Kind.TCP);

    assertThat(dialogue(RunCommandLine.under(server), RunCommandLine.under(client), "", Kind.SMC_D))
        .isEqualTo(plain)
        .hasSize(page.length);
  }

  @Test
  void postgreSql() throws Exception {
    assumeTrue(LabSetUp.DATABASES.reasonForLack(directory) == null, "no PostgreSQL");
    List<String> server =
        List.of(
            "env",
            "SMC_DATABASE_TCP=1",
            LabSetUp.DATABASES.script().toString(),
            "run",
            "postgresql",
            directory.resolve("postgresql").toString(),
            "127.0.0.1",
            port());
    List<String> client =
        program("psql", "-X", "-w", "postgresql://test:secret@127.0.0.1:" + port() + "/test");
    String input = "SELECT 6 * 7 AS answer;\nSELECT repeat('x', 3000) AS wide;\nSELECT nothing;\n";

    String plain = dialogue(server, client, input, Kind.TCP);

    assertThat(
            dialogue(RunCommandLine.under(server), RunCommandLine.under(client), input, Kind.SMC_D))
        .isEqualTo(plain)
        .contains("42");
  }

  private static List<String> program(String... words) {
    return Stream.concat(Stream.of(LabSetUp.PROGRAMS.script().toString(), "run"), Stream.of(words))
        .toList();
  }

  private String port() {
    return Integer.toString(address.getPort());
  }

  /**
   * What a client writes, once its connection has been seen at both ends to run on {@code kind}.
   */
  private String dialogue(List<String> server, List<String> client, String input, Kind kind)
      throws Exception {
    try (RunningProgram serving = start("server", server)) {
      awaitListener();
      Path output = directory.resolve("output");
      Process process =
          new ProcessBuilder(client)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      RunningProgram asking = new RunningProgram("client", output, process);
      try (asking) {
        OutputStream to = asking.input();
        to.write(input.getBytes(StandardCharsets.US_ASCII));
        to.flush();
        await().atMost(LIMIT).until(() -> kinds(asking.pid(), false), List.of(kind)::equals);
        await().atMost(LIMIT).until(() -> kindsOfTree(serving.pid()), List.of(kind)::equals);
        to.close();
        asking.awaitSuccess(LIMIT);
      }
      return Files.readString(output, StandardCharsets.ISO_8859_1);
    }
  }

  private RunningProgram start(String name, List<String> command) throws IOException {
    Path log = directory.resolve(name + ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new RunningProgram(name, log, process);
  }

  private void awaitListener() {
    await()
        .atMost(LIMIT)
        .ignoreExceptions()
        .until(
            () -> {
              new Socket(address.getAddress(), address.getPort()).close();
              return true;
            });
  }

  private List<Kind> kindsOfTree(long pid) throws IOException {
    List<ProcessHandle> tree =
        Stream.concat(
                ProcessHandle.of(pid).stream(),
                ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants))
            .toList();
    List<Kind> kinds = new ArrayList<>();
    for (ProcessHandle process : tree) {
      kinds.addAll(kinds(process.pid(), true));
    }
    return kinds;
  }

  /** What the connections of the server's port run on, at its own end or at the other. */
  private List<Kind> kinds(long pid, boolean atServer) throws IOException {
    return LinkObserver.of(pid).stream()
        .filter(link -> !link.isListening())
        .filter(link -> portOf(link, atServer) == address.getPort())
        .map(ObservedLink::kind)
        .toList();
  }

  private static int portOf(ObservedLink link, boolean atServer) {
    return (atServer ? link.local() : Objects.requireNonNull(link.remote())).getPort();
  }
}
