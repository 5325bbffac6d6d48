package io.github.smc4j.cassandra;

import io.github.smc4j.agent.Agent;
import io.github.smc4j.jdbc.CertificateAuthority;
import io.github.smc4j.process.DirectoryTree;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands itself to tests: a server that is started when the first test asks for it, serves all test
 * classes of the JVM, and ends with the last. It listens on SMC where the kernel has it.
 */
public final class SharedCassandra implements ParameterResolver {
  /** The server's jars. */
  public static final Path LIBS = Path.of("cassandra", "target", "libs").toAbsolutePath();

  /** The options of its JVM that docs/cassandra.md tells users to add. */
  public static final List<String> OPTIONS =
      Stream.concat(Agent.ATTACHED.stream(), Stream.of("-Dcassandra.native.epoll.enabled=false"))
          .toList();

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Running.class;
  }

  @Override
  public Running resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedCassandra.class))
        .computeIfAbsent(Running.class, key -> start(), Running.class);
  }

  private static Running start() {
    PatientDriver.prepare();
    try {
      Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "cassandra");
      CertificateAuthority authority = CertificateAuthority.in(directory.resolve("authority"));
      CassandraTls tls =
          new CassandraTls(
              authority.keyStoreFor(InetAddress.getLoopbackAddress().getHostAddress()),
              authority.trustStore(),
              CertificateAuthority.PASSWORD);
      CassandraServer server =
          CassandraServer.startWithTls(LIBS, OPTIONS, directory.resolve("node"), tls);
      return new Running(server, authority, tls.keyStore(), directory);
    } catch (Exception e) {
      throw new IllegalStateException("no Cassandra server for the tests", e);
    }
  }

  /**
   * The server.
   *
   * @param authority that issued its certificate, and that it trusts
   * @param keyStore with that certificate, which is good for a client, too
   */
  record Running(
      CassandraServer server, CertificateAuthority authority, Path keyStore, Path directory)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      server.close();
      DirectoryTree.delete(directory);
    }
  }
}
