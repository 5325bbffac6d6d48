package io.github.smc4j.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code smc4j demo} on the kernel it runs on. */
public final class DemoCommand {
  private static final String TIMES =
      """

      Times are the producer's from its second record until it has ended, which it does when the
      last is acknowledged, and the consumer's from its first record to its last. An emulated
      processor stretches them, and not evenly.""";

  private DemoCommand() {}

  /**
   * Runs the demo, prints its table, and exits with 0 only if every record came back and every link
   * was SMC.
   *
   * @param arguments the {@code libs/} folder of a Kafka, and the plugin's jars as a class path
   */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length != 2) {
      System.err.println("usage: DemoCommand KAFKA_LIBS PLUGIN_CLASS_PATH");
      System.exit(2);
    }
    System.exit(run(arguments[0] + "/*" + File.pathSeparator + arguments[1]));
  }

  private static int run(String kafka) throws InterruptedException {
    try {
      return judge(demonstrate(kafka)) ? 0 : 1;
    } catch (IOException e) {
      System.err.println("smc4j demo: " + e.getMessage());
      return 1;
    }
  }

  private static List<DemoRow> demonstrate(String kafka) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("smc4j-demo");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(directory)));
    return new KafkaDemo(kafka, directory, new Progress(System.err)).run();
  }

  private static boolean judge(List<DemoRow> rows) {
    DemoVerdict verdict = DemoVerdict.of(rows, KafkaDemo.RECORDS);
    System.out.println();
    System.out.print(DemoTable.format(rows, KafkaDemo.RECORDS));
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
      delete(directory);
    } catch (IOException e) {
      System.err.println("smc4j demo: cannot remove " + directory + ": " + e);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
