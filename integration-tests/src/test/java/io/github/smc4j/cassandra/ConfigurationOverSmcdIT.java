package io.github.smc4j.cassandra;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.metadata.NodeStateListenerBase;
import com.datastax.oss.driver.api.core.metadata.schema.SchemaChangeListenerBase;
import com.datastax.oss.driver.internal.core.context.InternalDriverContext;
import io.github.smc4j.contract.LogLines;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which sessions run on SMC, by what is in the driver's configuration. */
@Tag("cassandra")
@Tag("lab")
@ExtendWith(SharedCassandra.class)
@Timeout(value = 5, unit = MINUTES)
class ConfigurationOverSmcdIT {
  private static final String OWN_NODE_LISTENER =
      "advanced.node-state-listener.classes = [\"" + OwnNodeListener.class.getName() + "\"]\n";
  private static final String OWN_SCHEMA_LISTENER =
      "advanced.schema-change-listener.classes = [\"" + OwnSchemaListener.class.getName() + "\"]\n";
  private static final String OWN_LISTENERS = OWN_NODE_LISTENER + OWN_SCHEMA_LISTENER;

  /** What an application says beside the address of the server. */
  enum Configuration {
    NOTHING("", Kind.SMC_D),
    NODE_LISTENER(OWN_NODE_LISTENER, Kind.SMC_D),
    SCHEMA_LISTENER(OWN_SCHEMA_LISTENER, Kind.SMC_D),
    BOTH_LISTENERS(OWN_LISTENERS, Kind.TCP),
    REQUEST_TRACKER("advanced.request-tracker.classes = [RequestLogger]", Kind.SMC_D),
    DISABLED("advanced.smc.enabled = false", Kind.TCP),
    MODE_OFF("advanced.smc.mode = off", Kind.TCP),
    MODE_REQUIRE("advanced.smc.mode = require", Kind.SMC_D),
    RULE("advanced.smc.rules = [{ to = \"127.0.0.0/8\", mode = off }]", Kind.TCP),
    RULE_FOR_OTHERS("advanced.smc.rules = [{ to = \"10.0.0.0/8\", mode = off }]", Kind.SMC_D),
    RULE_OVER_MODE(
        "advanced.smc { mode = off, rules = [{ to = \"127.0.0.0/8\", mode = require }] }",
        Kind.SMC_D);

    private final String text;
    private final Kind kind;

    Configuration(String text, Kind kind) {
      this.text = text;
      this.kind = kind;
    }

    DriverConfigLoader loader() {
      return DriverConfigLoader.fromString("datastax-java-driver {\n" + text + "\n}");
    }
  }

  /** The ways to load settings, all with a rule that leaves SMC out. */
  static Stream<Named<DriverConfigLoader>> loaders() {
    DriverConfigLoader program =
        DriverConfigLoader.programmaticBuilder()
            .withString(() -> "advanced.smc.rules", "[{ to = \"127.0.0.0/8\", mode = off }]")
            .build();
    return Stream.of(
        Named.of("program", program),
        Named.of("class path", DriverConfigLoader.fromClasspath("cassandra-without-smc")),
        Named.of(
            "file",
            DriverConfigLoader.fromPath(
                Path.of("src", "test", "resources", "cassandra-without-smc.conf"))),
        Named.of(
            "two composed",
            DriverConfigLoader.compose(program, Configuration.MODE_REQUIRE.loader())));
  }

  @ParameterizedTest
  @EnumSource
  void session_runsOnWhatItsConfigurationSays(
      Configuration configuration, SharedCassandra.Running cassandra) throws IOException {
    requireLinks(
        configuration.kind,
        CqlSession.builder().withConfigLoader(configuration.loader()),
        cassandra.server());
  }

  @ParameterizedTest
  @EnumSource(names = {"NOTHING", "BOTH_LISTENERS"})
  void smcSession_runsOnSmcWhateverTheListsAre(
      Configuration configuration, SharedCassandra.Running cassandra) throws IOException {
    requireLinks(
        Kind.SMC_D,
        SmcSession.builder().withConfigLoader(configuration.loader()),
        cassandra.server());
  }

  @ParameterizedTest
  @EnumSource(names = {"DISABLED", "MODE_OFF"})
  void smcSession_followsTheSettings(Configuration configuration, SharedCassandra.Running cassandra)
      throws IOException {
    requireLinks(
        Kind.TCP,
        SmcSession.builder().withConfigLoader(configuration.loader()),
        cassandra.server());
  }

  @Test
  void sessionWithoutALoader_runsOnSmc(SharedCassandra.Running cassandra) throws IOException {
    requireLinks(Kind.SMC_D, CqlSession.builder(), cassandra.server());
  }

  @ParameterizedTest
  @MethodSource("loaders")
  void settings_reachTheSessionFrom(DriverConfigLoader loader, SharedCassandra.Running cassandra)
      throws IOException {
    CassandraServer server = cassandra.server();
    try (CqlSession session =
        PatientDriver.at(server, CqlSession.builder()).withConfigLoader(loader).build()) {
      assertThat(((InternalDriverContext) session.getContext()).getNettyOptions())
          .isInstanceOf(SmcNettyOptions.class);
      assertThat(SessionLinks.of(session, server))
          .isEqualTo(SessionLinks.expected(Kind.TCP, SessionContract.CONNECTIONS));
    }
  }

  @Test
  void requiredSmc_isWhyANodeWithoutItIsRefusedAndTheLogSaysSo() throws IOException {
    try (ServerSocket node = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        LogLines log = new LogLines()) {
      CqlSessionBuilder builder =
          CqlSession.builder()
              .withConfigLoader(Configuration.MODE_REQUIRE.loader())
              .addContactPoint((InetSocketAddress) node.getLocalSocketAddress())
              .withLocalDatacenter("datacenter1");

      assertThatThrownBy(builder::build).isInstanceOf(AllNodesFailedException.class);
      assertThat(log.with("SMC is required by datastax-java-driver.advanced.smc.mode")).hasSize(1);
    }
  }

  private static void requireLinks(Kind kind, CqlSessionBuilder builder, CassandraServer server)
      throws IOException {
    try (CqlSession session = PatientDriver.at(server, builder).build()) {
      assertThat(SessionLinks.of(session, server))
          .isEqualTo(SessionLinks.expected(kind, SessionContract.CONNECTIONS));
    }
  }

  /** A listener of the application's. */
  public static final class OwnNodeListener extends NodeStateListenerBase {
    public OwnNodeListener(DriverContext context) {}

    @Override
    public void close() {}
  }

  /** Another one. */
  public static final class OwnSchemaListener extends SchemaChangeListenerBase {
    public OwnSchemaListener(DriverContext context) {}

    @Override
    public void close() {}
  }
}
