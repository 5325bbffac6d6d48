package io.github.smc4j.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.ProgrammaticDriverConfigLoaderBuilder;
import com.datastax.oss.driver.internal.core.ssl.DefaultSslEngineFactory;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.jdbc.CertificateAuthority;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.CertPathValidatorException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * TLS on top of the links, with the driver's own factory of engines: both ends show who they are.
 */
abstract class TlsContract extends SessionContract {
  private CertificateAuthority another;
  private Path keyOfAnother;

  TlsContract(Kind kind) {
    super(kind);
  }

  @BeforeAll
  final void issue(@TempDir Path directory) throws Exception {
    another = CertificateAuthority.in(directory);
    keyOfAnother = another.keyStoreFor("127.0.0.1");
  }

  @Test
  void encryptedSession_runsOnTheLinkOfThisPlace() throws Exception {
    CertificateAuthority authority = cassandra().authority();
    try (CqlSession session =
        at("127.0.0.1", trusting(authority, cassandra().keyStore())).build()) {
      List<Integer> encrypted =
          session.execute("SELECT port, ssl_enabled FROM system_views.clients").all().stream()
              .filter(row -> row.getBoolean("ssl_enabled"))
              .map(row -> row.getInt("port"))
              .toList();

      assertThat(encrypted).containsExactlyInAnyOrderElementsOf(ports(session));
      requireLinks(session, CONNECTIONS);
    }
  }

  @Test
  void serverOfAnotherAuthority_isRefused() {
    assertThatThrownBy(() -> at("127.0.0.1", trusting(another, cassandra().keyStore())).build())
        .isInstanceOf(AllNodesFailedException.class)
        .hasStackTraceContaining(CertPathValidatorException.class.getName());
  }

  @Test
  void serverOfAnotherName_isRefused() {
    CertificateAuthority authority = cassandra().authority();
    assertThatThrownBy(() -> at("localhost", trusting(authority, cassandra().keyStore())).build())
        .isInstanceOf(AllNodesFailedException.class)
        .hasStackTraceContaining("No name matching localhost found");
  }

  @Test
  void clientOfAnotherAuthority_isRefused() {
    CertificateAuthority authority = cassandra().authority();
    assertThatThrownBy(() -> at("127.0.0.1", trusting(authority, keyOfAnother)).build())
        .isInstanceOf(AllNodesFailedException.class);
  }

  private static ProgrammaticDriverConfigLoaderBuilder trusting(
      CertificateAuthority authority, Path keyStore) {
    return DriverConfigLoader.programmaticBuilder()
        .withClass(DefaultDriverOption.SSL_ENGINE_FACTORY_CLASS, DefaultSslEngineFactory.class)
        .withString(DefaultDriverOption.SSL_TRUSTSTORE_PATH, authority.trustStore().toString())
        .withString(DefaultDriverOption.SSL_TRUSTSTORE_PASSWORD, CertificateAuthority.PASSWORD)
        .withString(DefaultDriverOption.SSL_KEYSTORE_PATH, keyStore.toString())
        .withString(DefaultDriverOption.SSL_KEYSTORE_PASSWORD, CertificateAuthority.PASSWORD);
  }

  /** The server under one of the names of its address. */
  private CqlSessionBuilder at(String name, ProgrammaticDriverConfigLoaderBuilder configuration)
      throws Exception {
    InetSocketAddress listener = server().listener();
    InetAddress named = InetAddress.getByAddress(name, listener.getAddress().getAddress());
    return CqlSession.builder()
        .addContactPoint(new InetSocketAddress(named, listener.getPort()))
        .withLocalDatacenter("datacenter1")
        .withConfigLoader(configuration.build());
  }

  private static List<Integer> ports(CqlSession session) {
    return SessionLinks.channels(session).stream()
        .map(Channel::localAddress)
        .map(address -> ((InetSocketAddress) address).getPort())
        .toList();
  }
}
