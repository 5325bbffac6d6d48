package io.github.smc4j.demo;

import io.github.smc4j.process.DirectoryTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code smc4j demo} on the kernel it runs on. */
public final class DemoCommand {
  private static final String TIMES =
      """

      Times are the producer's from its second record until it has ended, which it does when the
      last is acknowledged, the consumer's from its first record to its last, and those of gRPC's
      clients, of JDBC drivers and of Cassandra's for their calls and queries, one after the other,
      on a connection in use. An emulated processor stretches them, and not evenly.""";

  private DemoCommand() {}

  /**
   * Runs the demo, prints its table, and exits with 0 only if everything came back and every link
   * was SMC.
   *
   * @param arguments the {@code libs/} folder of a Kafka, the agent, the folder with Cassandra, the
   *     plug-ins' jars for Kafka and for Cassandra's driver, each as a class path, and the folder
   *     with the script {@code database}; without the last there is no JDBC
   */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length < 5 || arguments.length > 6) {
      System.err.println(
          "usage: DemoCommand KAFKA_LIBS AGENT CASSANDRA KAFKA_PLUGIN CASSANDRA_PLUGIN [LAB]");
      System.exit(2);
    }
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) throws InterruptedException {
    try {
      return judge(demonstrate(arguments)) ? 0 : 1;
    } catch (IOException e) {
      System.err.println("smc4j demo: " + e.getMessage());
      return 1;
    }
  }

  private static List<DemoRow> demonstrate(String[] arguments)
      throws IOException, InterruptedException {
    String kafka = arguments[0] + "/*";
    String agent = "-javaagent:" + arguments[1];
    Path cassandra = Path.of(arguments[2]);
    String kafkaPlugin = arguments[3];
    List<String> cassandraPlugin = List.of(arguments[4].split(File.pathSeparator));
    Path directory = Files.createTempDirectory("smc4j-demo");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(directory)));
    Progress progress = new Progress(System.err);
    List<DemoRow> rows = new ArrayList<>();
    rows.addAll(new KafkaDemo(kafka + File.pathSeparator + kafkaPlugin, directory, progress).run());
    rows.addAll(new AgentBrokerDemo(kafka, agent, directory, progress).run());
    rows.addAll(new CassandraDemo(cassandra, cassandraPlugin, agent, directory, progress).run());
    rows.addAll(new GrpcDemo(directory, progress).run());
    if (arguments.length > 5) {
      rows.addAll(new JdbcDemo(Path.of(arguments[5]), directory, progress).run());
    }
    return rows;
  }

  private static boolean judge(List<DemoRow> rows) {
    DemoVerdict verdict = DemoVerdict.of(rows);
    System.out.println();
    System.out.print(DemoTable.format(rows));
    System.out.println(TIMES);
    System.out.println();
    System.out.println(verdict);
    return verdict.isGood();
  }

  /** At the end of the virtual machine, so that an interrupted demo leaves nothing either. */
  private static void cleanUp(Path directory) {
    ProcessHandle.current()
        .children()
        .filter(ProcessHandle::destroyForcibly)
        .forEach(child -> child.onExit().join());
    try {
      DirectoryTree.delete(directory);
    } catch (IOException e) {
      System.err.println("smc4j demo: cannot remove " + directory + ": " + e);
    }
  }
}
