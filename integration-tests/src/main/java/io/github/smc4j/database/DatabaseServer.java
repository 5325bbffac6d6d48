package io.github.smc4j.database;

import io.github.smc4j.process.RunningProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A database server in a process of its own, with a database {@code test} of the user {@code test},
 * whose password is {@code secret}. Its sockets are SMC sockets where the kernel has SMC.
 */
public final class DatabaseServer implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration LOGIN_LIMIT = Duration.ofSeconds(30);

  private final Database database;
  private final Path directory;
  private final InetSocketAddress address;
  private final RunningProgram process;

  private DatabaseServer(
      Database database, Path directory, InetSocketAddress address, RunningProgram process) {
    this.database = database;
    this.directory = directory;
    this.address = address;
    this.process = process;
  }

  /** As the other, in the environment of this process. */
  public static DatabaseServer start(
      Database database, Path lab, Path directory, InetAddress address, String... words)
      throws IOException, InterruptedException {
    return start(database, lab, directory, address, Map.of(), words);
  }

  /**
   * Starts a server at a free port and waits until it serves clients.
   *
   * @param lab the folder with the script {@code database}
   * @param directory takes data and log; empty or not yet there, or that of an earlier server
   * @param address of this machine, to listen on
   * @param environment to add for the script
   * @param words to add to the server's command line
   */
  public static DatabaseServer start(
      Database database,
      Path lab,
      Path directory,
      InetAddress address,
      Map<String, String> environment,
      String... words)
      throws IOException, InterruptedException {
    Path data = directory.toAbsolutePath().resolve(database.command());
    Files.createDirectories(data);
    InetSocketAddress listener = onFreePort(address);
    Path log = directory.resolve(database.command() + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command(database, lab, data, listener, words))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    RunningProgram process = new RunningProgram(database.toString(), log, builder.start());
    DatabaseServer server = new DatabaseServer(database, data, listener, process);
    try {
      server.awaitReady();
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
    return server;
  }

  private static List<String> command(
      Database database, Path lab, Path data, InetSocketAddress address, String... words) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(lab.resolve("database").toString(), "run", database.command()));
    command.addAll(List.of(data.toString(), address.getAddress().getHostAddress()));
    command.add(Integer.toString(address.getPort()));
    command.addAll(List.of(words));
    return command;
  }

  private static InetSocketAddress onFreePort(InetAddress address) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, address)) {
      return new InetSocketAddress(address, socket.getLocalPort());
    }
  }

  /** A server that takes connections and does not answer yet must not take all the time. */
  private static void connect(String url) throws SQLException {
    int before = DriverManager.getLoginTimeout();
    DriverManager.setLoginTimeout((int) LOGIN_LIMIT.toSeconds());
    try {
      DriverManager.getConnection(url).close();
    } finally {
      DriverManager.setLoginTimeout(before);
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    String url = driver().url(host(), path(), Map.of());
    long start = System.nanoTime();
    SQLException refusal = null;
    while (System.nanoTime() - start < START_LIMIT.toNanos()) {
      if (process.endsWithin(Duration.ofMillis(200))) {
        throw process.failure("ended before it was ready", refusal);
      }
      try {
        connect(url);
        return;
      } catch (SQLException e) {
        refusal = e;
      }
    }
    throw process.failure("takes no connection", refusal);
  }

  private JdbcDriver driver() {
    return Stream.of(JdbcDriver.values())
        .filter(driver -> driver.database() == database)
        .findFirst()
        .orElseThrow();
  }

  /** What it is. */
  public Database database() {
    return database;
  }

  /** Where clients connect. */
  public InetSocketAddress address() {
    return address;
  }

  /** Its address and port as a URL has them. */
  public String host() {
    return JdbcDriver.host(address);
  }

  /** The database as a URL has it, after the host. */
  public String path() {
    return database == Database.FIREBIRD ? directory.resolve("test.fdb").toString() : "test";
  }

  /** Ends it without waiting for clients. */
  @Override
  public void close() {
    process.close();
  }
}
