package io.github.smc4j.jdbc;

import static org.junit.jupiter.api.Assumptions.abort;

import io.github.smc4j.database.Database;
import io.github.smc4j.database.DatabaseServer;
import io.github.smc4j.lab.LabSetUp;
import io.github.smc4j.process.DirectoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands itself to tests: servers that are started when the first test asks for them, serve all test
 * classes of the JVM, and end with the last.
 */
final class SharedServers implements ParameterResolver {
  private static final Path LAB = Path.of("lab");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Running.class;
  }

  @Override
  public Running resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedServers.class))
        .computeIfAbsent(Running.class, key -> new Running(), Running.class);
  }

  /** The servers that are running. */
  static final class Running implements AutoCloseable {
    private final Map<Database, DatabaseServer> servers = new EnumMap<>(Database.class);
    private final Path directory = directory();
    private final @Nullable String lack = lack(directory);
    private @Nullable PeersPostgreSql peers;

    private static Path directory() {
      try {
        return Files.createTempDirectory("databases");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static @Nullable String lack(Path directory) {
      try {
        return LabSetUp.DATABASES.reasonForLack(directory);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted while setting the servers up", e);
      }
    }

    /** The server for all; aborts the test where there can be none. */
    synchronized DatabaseServer get(Database database) throws IOException, InterruptedException {
      DatabaseServer running = servers.get(database);
      if (running == null) {
        running = start(database, directory);
        servers.put(database, running);
      }
      return running;
    }

    /** The PostgreSQL on the peer's machine. */
    synchronized PeersPostgreSql peersPostgreSql() throws IOException {
      if (peers == null) {
        peers = PeersPostgreSql.start();
      }
      return peers;
    }

    /**
     * Starts one that is the caller's own; aborts the test where there can be none.
     *
     * @param words to add to the server's command line
     */
    DatabaseServer start(Database database, Path directory, String... words)
        throws IOException, InterruptedException {
      if (lack != null) {
        abort("no database servers: " + lack);
      }
      return DatabaseServer.start(
          database, LAB, directory, InetAddress.getLoopbackAddress(), words);
    }

    @Override
    public synchronized void close() throws IOException {
      servers.values().forEach(DatabaseServer::close);
      if (peers != null) {
        peers.close();
      }
      DirectoryTree.delete(directory);
    }
  }
}
