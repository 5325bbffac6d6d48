package io.github.smc4j.cassandra;

import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Cassandra server in a process of its own: a cluster of one node. */
public final class CassandraServer implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(8);

  /** What {@code CassandraDaemon} logs when it listens for clients. */
  private static final String READY = "Startup complete";

  private final CassandraConfiguration configuration;
  private final RunningProgram process;

  private CassandraServer(CassandraConfiguration configuration, RunningProgram process) {
    this.configuration = configuration;
    this.process = process;
  }

  /**
   * Starts the server on the loopback interface and waits until it serves clients.
   *
   * @param libs the folder with Cassandra's jars
   * @param options of its virtual machine, beside those that it cannot do without
   * @param directory takes configuration, data and log; empty or not yet there
   */
  public static CassandraServer start(Path libs, List<String> options, Path directory)
      throws IOException, InterruptedException {
    CassandraConfiguration configuration = CassandraConfiguration.onFreePorts(directory);
    configuration.write();
    CassandraServer server =
        new CassandraServer(configuration, program(libs, options, configuration).start());
    try {
      server.process.awaitInLog(READY, START_LIMIT);
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
    return server;
  }

  /** Where clients connect. */
  public InetSocketAddress listener() {
    return configuration.listener();
  }

  /**
   * A {@link CqlShell} that connects to it, to be run in a process of its own.
   *
   * @param driver the folder with the driver's jars
   * @param options of its virtual machine
   */
  public JavaProgram client(Path driver, List<String> options, Path log) {
    Path classes =
        Path.of(CqlShell.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    return new JavaProgram(
        "the Cassandra client",
        classes + File.pathSeparator + driver + "/*",
        options,
        List.of(
            CqlShell.class.getName(),
            listener().getAddress().getHostAddress(),
            Integer.toString(listener().getPort())),
        log);
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.close();
  }

  private static JavaProgram program(
      Path libs, List<String> options, CassandraConfiguration configuration) {
    List<String> all = new ArrayList<>(configuration.options());
    all.addAll(options);
    return new JavaProgram(
        "the Cassandra server",
        libs + "/*",
        all,
        List.of("org.apache.cassandra.service.CassandraDaemon"),
        configuration.log());
  }
}
