package io.github.smc4j.demo;

import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.Uuid;

/** A Kafka server in a process of its own: one KRaft node, broker and controller. */
public final class KafkaBroker implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private final BrokerConfiguration configuration;
  private final RunningProgram process;

  private KafkaBroker(BrokerConfiguration configuration, RunningProgram process) {
    this.configuration = configuration;
    this.process = process;
  }

  /** Starts a server on the loopback interface, as described below. */
  public static KafkaBroker start(String classPath, Path directory, Map<String, String> overrides)
      throws IOException, InterruptedException {
    return start(classPath, List.of(), directory, overrides);
  }

  /** The same with options of the server's virtual machine. */
  public static KafkaBroker start(
      String classPath, List<String> options, Path directory, Map<String, String> overrides)
      throws IOException, InterruptedException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    return start(classPath, options, directory, loopback, overrides);
  }

  /**
   * Formats the storage, starts the server and waits until it serves clients.
   *
   * @param classPath of the server, any version from 3.3 on, with all jars of its {@code libs/}
   * @param options of its virtual machine, beside those for its log
   * @param directory takes configuration, data and log; empty or not yet there
   * @param address of this machine, to listen on
   * @param overrides server properties that win over those set here
   */
  public static KafkaBroker start(
      String classPath,
      List<String> options,
      Path directory,
      InetAddress address,
      Map<String, String> overrides)
      throws IOException, InterruptedException {
    BrokerConfiguration configuration = BrokerConfiguration.onFreePorts(directory, address);
    configuration.write(overrides);
    format(classPath, configuration);
    JavaProgram server = server(classPath, options, configuration);
    KafkaBroker broker = new KafkaBroker(configuration, server.start());
    try {
      broker.awaitReady();
    } catch (IOException | InterruptedException | RuntimeException e) {
      broker.close();
      throw e;
    }
    return broker;
  }

  /** Where clients connect. */
  public InetSocketAddress listener() {
    return configuration.listener();
  }

  /** Where the broker connects to its controller. */
  public InetSocketAddress controllerListener() {
    return configuration.controllerListener();
  }

  /** The value of {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return ObservedLink.text(listener());
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.close();
  }

  private void awaitReady() throws IOException, InterruptedException {
    Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    try {
      awaitAnswer(admin);
    } catch (ExecutionException e) {
      throw process.failure("does not answer on " + bootstrapServers(), e.getCause());
    } finally {
      // Without a limit it waits for the answer that may never come
      admin.close(Duration.ZERO);
    }
  }

  private void awaitAnswer(Admin admin)
      throws ExecutionException, IOException, InterruptedException {
    int limit = (int) START_LIMIT.toMillis();
    KafkaFuture<Collection<Node>> nodes =
        admin.describeCluster(new DescribeClusterOptions().timeoutMs(limit)).nodes();
    while (!isAnswered(nodes)) {
      if (process.endsWithin(Duration.ZERO)) {
        throw process.failure("ended before it was ready", null);
      }
    }
  }

  private static boolean isAnswered(KafkaFuture<?> answer)
      throws ExecutionException, InterruptedException {
    try {
      answer.get(1, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return false;
    }
  }

  private static void format(String classPath, BrokerConfiguration configuration)
      throws IOException, InterruptedException {
    JavaProgram program =
        program(
            "the formatting of Kafka's storage",
            classPath,
            List.of(),
            configuration,
            List.of(
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--config",
                configuration.file().toString()));
    try (RunningProgram process = program.start()) {
      process.awaitSuccess(START_LIMIT);
    }
  }

  private static JavaProgram server(
      String classPath, List<String> options, BrokerConfiguration configuration) {
    return program(
        "the Kafka broker",
        classPath,
        options,
        configuration,
        List.of("kafka.Kafka", configuration.file().toString()));
  }

  private static JavaProgram program(
      String name,
      String classPath,
      List<String> options,
      BrokerConfiguration configuration,
      List<String> command) {
    List<String> all = new ArrayList<>(options);
    all.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=info");
    all.add("-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config.AbstractConfig=warn");
    return new JavaProgram(
        name, classPath, all, command, configuration.directory().resolve("server.log"));
  }
}
