package io.github.smc4j.jdbc;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.contract.Task;
import io.github.smc4j.database.Database;
import io.github.smc4j.database.DatabaseServer;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.cert.CertPathValidatorException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** TLS on top of the link that a socket factory has made. */
@ExtendWith(SharedServers.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class TlsContract {
  /** What the servers' certificate is for. */
  private static final String ADDRESS = InetAddress.getLoopbackAddress().getHostAddress();

  private final Map<Database, DatabaseServer> servers = new EnumMap<>(Database.class);
  private final Kind kind;
  private CertificateAuthority authority;
  private CertificateAuthority another;

  TlsContract(Kind kind) {
    this.kind = kind;
  }

  @BeforeAll
  void start(SharedServers.Running place, @TempDir Path directory) throws Exception {
    authority = CertificateAuthority.in(directory.resolve("authority"));
    another = CertificateAuthority.in(directory.resolve("another"));
    CertificateAuthority.Identity identity = authority.issueFor(ADDRESS);
    start(
        place,
        Database.POSTGRESQL,
        directory,
        "-cssl=on",
        "-cssl_cert_file=" + identity.certificate(),
        "-cssl_key_file=" + identity.key());
    start(
        place,
        Database.MARIADB,
        directory,
        "--ssl-cert=" + identity.certificate(),
        "--ssl-key=" + identity.key());
  }

  private void start(
      SharedServers.Running place, Database database, Path directory, String... words)
      throws Exception {
    servers.put(database, place.start(database, directory, words));
  }

  @AfterAll
  void stop() {
    servers.values().forEach(DatabaseServer::close);
  }

  @ParameterizedTest
  @EnumSource
  void encryptedConnection_runsOnTheLinkOfThisPlace(TlsClient client) throws Exception {
    requireTlsOnTheLink(client, client.encrypting());
  }

  @ParameterizedTest
  @EnumSource
  void serverOfTheRightAuthority_isTrusted(TlsClient client) throws Exception {
    requireTlsOnTheLink(client, client.verifying(authority));
  }

  private void requireTlsOnTheLink(TlsClient client, Map<String, String> options)
      throws SQLException, IOException {
    try (Connection connection = client.connect(server(client), ADDRESS, options);
        Statement statement = connection.createStatement();
        ResultSet version = statement.executeQuery(client.versionOfTls())) {
      assertThat(version.next()).isTrue();
      assertThat(version.getString(1)).startsWith("TLSv1");
      assertThat(LinkObserver.kinds(server(client).address())).containsExactly(kind);
    }
  }

  @ParameterizedTest
  @EnumSource
  void serverOfAnotherAuthority_isRefused(TlsClient client) throws Exception {
    Map<String, String> options = client.verifying(another);
    assertThatThrownBy(() -> client.connect(server(client), ADDRESS, options))
        .isInstanceOf(SQLException.class)
        .hasStackTraceContaining(CertPathValidatorException.class.getName());
  }

  @ParameterizedTest
  @EnumSource
  void serverOfAnotherName_isRefused(TlsClient client) throws Exception {
    client.connect(server(client), "localhost", client.encrypting()).close();
    Map<String, String> options = client.verifying(authority);
    assertThatThrownBy(() -> client.connect(server(client), "localhost", options))
        .isInstanceOf(SQLException.class);
  }

  @ParameterizedTest
  @EnumSource
  void cancel_endsAnEncryptedQueryAndKeepsTheConnection(TlsClient client) throws Exception {
    Map<String, String> options = client.verifying(authority);
    try (Connection connection = client.connect(server(client), ADDRESS, options);
        Statement statement = connection.createStatement()) {
      Task<Void> query = Task.run(() -> statement.execute(client.sleep(300)));
      query.awaitBlocked();

      await()
          .atMost(Task.PATIENCE)
          .until(() -> ConnectionContract.isEndedByCancelling(statement, query));

      assertThatThrownBy(query::result).isInstanceOf(SQLException.class);
      assertThat(connection.isValid(60)).isTrue();
    }
  }

  private DatabaseServer server(TlsClient client) {
    return servers.get(client.driver().database());
  }
}
