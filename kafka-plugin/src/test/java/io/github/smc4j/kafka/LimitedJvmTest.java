package io.github.smc4j.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plug-in's jar alone in a {@code libs/} folder, without the jars it needs. */
class IncompleteClassPathTest {
  @TempDir Path directory;

  @Test
  void kafkaAndEveryoneElse_runOnTcp_andTheLogSaysWhatIsMissing() throws Exception {
    Path output = directory.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPathWithoutTheCore(),
                Dialling.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(output))
        .contains("a client connected")
        .contains("io/github/smc4j/internal/Availability")
        .contains("so Kafka's connections run on TCP");
  }

  private static String classPathWithoutTheCore() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("smc-socketfactory"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Lets a Kafka client connect. */
  static final class Dialling {
    private Dialling() {}

    public static void main(String[] arguments) throws Exception {
      try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
          SocketChannel plain = SocketChannel.open()) {
        plain.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
        server.accept().close();
        Map<String, Object> configs =
            Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + server.getLocalPort(),
                "socket.factory.class",
                "io.github.smc4j.SmcSocketFactory");
        try (AutoCloseable client = KafkaClients.ADMIN.dial(configs)) {
          server.setSoTimeout(60_000);
          server.accept().close();
          System.out.println("a client connected: " + client);
        }
      }
      System.exit(0);
    }
  }
}
