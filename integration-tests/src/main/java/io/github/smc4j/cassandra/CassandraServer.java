package io.github.smc4j.cassandra;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Cassandra server in a process of its own: a cluster of one node, or one of several. */
public final class CassandraServer implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(8);

  /** What {@code CassandraDaemon} logs when it listens for clients. */
  private static final String READY = "Startup complete";

  /** As long as it waits for an answer of the other nodes, and once more for their agreement. */
  private static final String TIME_TO_JOIN = "-Dcassandra.ring_delay_ms=15000";

  private final CassandraConfiguration configuration;
  private final JavaProgram program;
  private RunningProgram process;

  private CassandraServer(CassandraConfiguration configuration, JavaProgram program)
      throws IOException {
    this.configuration = configuration;
    this.program = program;
    process = program.start();
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
    return startAt(loopback(), libs, options, directory);
  }

  /** The same on an interface of this machine. */
  public static CassandraServer startAt(
      InetAddress address, Path libs, List<String> options, Path directory)
      throws IOException, InterruptedException {
    return start(libs, options, CassandraConfiguration.onFreePorts(address, directory, null, null));
  }

  /** The same in the cluster of another one. */
  public static CassandraServer startBeside(
      CassandraServer other, Path libs, List<String> options, Path directory)
      throws IOException, InterruptedException {
    List<String> joining = new ArrayList<>(options);
    joining.add(TIME_TO_JOIN);
    return start(
        libs,
        joining,
        CassandraConfiguration.onFreePorts(loopback(), directory, other.internodeListener(), null));
  }

  /** The same with TLS for the clients that want it. */
  public static CassandraServer startWithTls(
      Path libs, List<String> options, Path directory, CassandraTls tls)
      throws IOException, InterruptedException {
    return start(
        libs, options, CassandraConfiguration.onFreePorts(loopback(), directory, null, tls));
  }

  /** As IPv4, whatever this JVM prefers. */
  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  private static CassandraServer start(
      Path libs, List<String> options, CassandraConfiguration configuration)
      throws IOException, InterruptedException {
    configuration.write();
    CassandraServer server =
        new CassandraServer(configuration, program(libs, options, configuration));
    server.awaitReady();
    return server;
  }

  /** Ends the process in good order. */
  public void stop() {
    process.close();
  }

  /** After {@link #stop()}: the same node, with its ports and its data, in a new process. */
  public void startAgain() throws IOException, InterruptedException {
    Files.move(configuration.log(), configuration.logOfLastRun(), REPLACE_EXISTING);
    process = program.start();
    awaitReady();
  }

  private void awaitReady() throws IOException, InterruptedException {
    try {
      process.awaitInLog(READY, START_LIMIT);
    } catch (IOException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Where clients connect. */
  public InetSocketAddress listener() {
    return configuration.listener();
  }

  /** Where other nodes connect. */
  public InetSocketAddress internodeListener() {
    return configuration.internodeListener();
  }

  /**
   * A {@link CqlShell} that connects to it, to be run in a process of its own.
   *
   * @param driver the folder with the driver's jars
   * @param options of its virtual machine
   */
  public JavaProgram client(Path driver, List<String> options, Path log) {
    return CqlShell.program(listener(), driver, options, log);
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    stop();
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
