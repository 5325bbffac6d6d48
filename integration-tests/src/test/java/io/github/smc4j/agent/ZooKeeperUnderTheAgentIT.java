package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ZooKeeper server and its command line client, {@code zkCli}. */
class ZooKeeperUnderTheAgentIT {
  private static final String LIBS = Path.of("zookeeper", "target", "libs").toAbsolutePath() + "/*";
  private static final Duration START_LIMIT = Duration.ofMinutes(4);
  private static final String VALUE = "what the node holds";
  private static final List<String> COMMANDS =
      List.of("create /node '" + VALUE + "'", "create /node/child", "ls -R /node", "get /node");

  @TempDir private Path directory;

  /** The client prints it, so that all sessions have the same. */
  private InetSocketAddress address;

  @BeforeEach
  void chooseAddress() throws IOException {
    address = Loopback.freeAddress();
  }

  @Test
  @Tag("agent")
  void serverAndClient_talkOverSmcdAndPrintWhatTheyPrintWithoutTheAgent() throws Exception {
    Session plain = session(Agent.ABSENT, directory.resolve("plain"));
    Session smc = session(Agent.ATTACHED, directory.resolve("smc"));

    assertThat(plain.links()).isEqualTo(Links.overTcp(1));
    assertThat(smc.links()).isEqualTo(Links.overSmcd(1));
    assertSameOutput(smc, plain);
  }

  @Test
  void serverAndClient_printTheSameOnThisHost() throws Exception {
    Session plain = session(Agent.ABSENT, directory.resolve("plain"));
    assertSameOutput(session(Agent.ATTACHED, directory.resolve("agent")), plain);
  }

  /** Its watcher prints from a thread of its own. */
  private static void assertSameOutput(Session session, Session expected) {
    assertThat(session.output()).containsExactlyInAnyOrderElementsOf(expected.output());
  }

  private Session session(List<String> options, Path directory) throws Exception {
    try (RunningProgram server = server(options, directory).start()) {
      server.awaitInLog("PrepRequestProcessor (sid:0) started", START_LIMIT);
      Listener listener = new Listener(server.pid(), address);
      return Session.run(client(options, directory), COMMANDS, VALUE, listener);
    }
  }

  private JavaProgram server(List<String> options, Path directory) throws IOException {
    Files.createDirectories(directory);
    Path configuration = directory.resolve("zoo.cfg");
    Files.writeString(
        configuration,
        """
        dataDir=%s
        clientPortAddress=%s
        clientPort=%d
        admin.enableServer=false
        """
            .formatted(
                directory.resolve("data"),
                address.getAddress().getHostAddress(),
                address.getPort()));
    return new JavaProgram(
        "the ZooKeeper server",
        LIBS,
        options,
        List.of("org.apache.zookeeper.server.quorum.QuorumPeerMain", configuration.toString()),
        directory.resolve("server.log"));
  }

  private JavaProgram client(List<String> options, Path directory) {
    return new JavaProgram(
        "zkCli",
        LIBS,
        options,
        List.of(
            "org.apache.zookeeper.ZooKeeperMain",
            "-timeout",
            "60000",
            "-waitforconnection",
            "-server",
            address.getAddress().getHostAddress() + ":" + address.getPort()),
        directory.resolve("client.log"));
  }
}
