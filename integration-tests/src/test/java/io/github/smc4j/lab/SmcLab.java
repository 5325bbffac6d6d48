package io.github.smc4j.lab;

import static org.junit.jupiter.api.Assumptions.abort;

import io.github.smc4j.contract.FullBacklog;
import io.github.smc4j.lab.Command.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The guests of {@code lab/smc-lab} as places for tests. */
final class SmcLab {
  /**
   * Emulated processors are ten times slower; a second compiler and a parallel collector would cost
   * more than they gain.
   */
  private static final List<String> EMULATED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final String PEER_ADDRESS = "10.9.0.2";
  private static final String IPV4_ONLY = "-Djava.net.preferIPv4Stack=true";

  private SmcLab() {}

  /** One guest with SMC-D. */
  static Ending guest(Selection selection, Jdk jdk, Path directory)
      throws IOException, InterruptedException {
    return run(List.of("run"), commandJob(selection, jdk, directory), directory);
  }

  /** The same, with a folder's jars before all else on the class path. */
  static Place guestBehind(Path folder) {
    return (selection, jdk, directory) ->
        run(
            List.of("run"),
            commandJob(selection, new Jvm(jdk, EMULATED).behind(folder), directory),
            directory);
  }

  /**
   * The same with two processors, where both ends of a connection run at once. JVMs have broken in
   * such guests, see docs/decisions.md.
   */
  static Ending guestOfTwoProcessors(Selection selection, Jdk jdk, Path directory)
      throws IOException, InterruptedException {
    return run(
        List.of("run"),
        commandJob(selection, jdk, directory),
        directory,
        Map.of("SMC_LAB_CPUS", "2"));
  }

  /** One guest with SMC-D, for tests in a JVM that has the agent. */
  static Ending guestWithAgent(Selection selection, Jdk jdk, Path directory)
      throws IOException, InterruptedException {
    Path agent = Path.of("..", "smc-agent", "target", "smc4j.jar").toAbsolutePath().normalize();
    Jvm jvm = new Jvm(jdk, EMULATED).with("-javaagent:" + agent + "=" + FullBacklog.LEFT_TO_TCP);
    return run(List.of("run"), commandJob(selection, jvm, directory), directory);
  }

  /** One guest with Debian's own modules, which have no loopback-ism. */
  static Ending stockGuest(Selection selection, Jdk jdk, Path directory)
      throws IOException, InterruptedException {
    Jvm jvm = new Jvm(jdk, EMULATED).with(IPV4_ONLY);
    return run(
        List.of("run"),
        commandJob(selection, jvm, directory),
        directory,
        Map.of("SMC_LAB_STOCK", "1"));
  }

  /** One guest with SMC-D whose clock counts instructions. */
  static Ending countingGuest(Selection selection, Jdk jdk, Path directory)
      throws IOException, InterruptedException {
    return run(List.of("run", "--icount"), commandJob(selection, jdk, directory), directory);
  }

  /** Two guests with SMC-R between them: the tests on one, their peer on the other. */
  static Ending pair(Selection selection, Jdk jdk, Path directory)
      throws IOException, InterruptedException {
    Jvm jvm = new Jvm(jdk, EMULATED);
    String peer = System.getProperty("smc4j.peer.main", "io.github.smc4j.contract.RemotePeer");
    List<String> job = new ArrayList<>(List.of(job("with-peer")));
    job.addAll(jvm.command(List.of(peer, PEER_ADDRESS)));
    job.add("--");
    job.addAll(
        jvm.with("-Dsmc4j.peer=" + PEER_ADDRESS)
            .command(selection.arguments(directory.toString())));
    return run(List.of("pair"), job, directory);
  }

  private static List<String> commandJob(Selection selection, Jdk jdk, Path directory) {
    return commandJob(selection, new Jvm(jdk, EMULATED), directory);
  }

  private static List<String> commandJob(Selection selection, Jvm jvm, Path directory) {
    List<String> job = new ArrayList<>(List.of(job("command")));
    job.addAll(jvm.command(selection.arguments(directory.toString())));
    return job;
  }

  private static String job(String name) {
    return LabSetUp.DIRECTORY.resolve("jobs").resolve(name).toString();
  }

  private static Ending run(List<String> how, List<String> job, Path directory)
      throws IOException, InterruptedException {
    return run(how, job, directory, Map.of());
  }

  private static Ending run(
      List<String> how, List<String> job, Path directory, Map<String, String> environment)
      throws IOException, InterruptedException {
    setUp(directory);
    List<String> words = new ArrayList<>(List.of(LabSetUp.DIRECTORY.resolve("smc-lab").toString()));
    words.addAll(how);
    words.addAll(job);
    Map<String, String> all = new HashMap<>(environment);
    all.put("SMC_LAB_OUT", directory.toString());
    all.put("SMC_LAB_TIMEOUT", System.getenv().getOrDefault("SMC_LAB_TIMEOUT", "2700"));
    return Command.run(words, all, directory.resolve("output.log"));
  }

  /**
   * Aborts the test where the lab cannot be had, unless the setting says that it must be there. The
   * guests have no network, so databases and programs are set up here; tests that need them skip
   * themselves.
   */
  private static void setUp(Path directory) throws IOException, InterruptedException {
    if ("off".equals(LabSetUp.setting())) {
      abort(LabSetUp.SETTING + "=off");
    }
    String reason = LabSetUp.GUESTS.reasonForLack(directory);
    if (reason != null) {
      abort("no lab: " + reason);
    }
    LabSetUp.DATABASES.reasonForLack(directory);
    LabSetUp.PROGRAMS.reasonForLack(directory);
  }
}
