package io.github.smc4j.lab;

import static org.junit.jupiter.api.Assumptions.abort;

import io.github.smc4j.lab.Command.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The guests of {@code lab/smc-lab} as places for tests. */
final class SmcLab {
  private static final String SETTING = "SMC4J_LAB";
  private static final int CANNOT_BE_HAD = 3;

  /** Relative to the module's directory, where Maven runs its tests. */
  private static final Path DIRECTORY = Path.of("lab").toAbsolutePath();

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

  /** One guest with Debian's own modules, which have no loopback-ism. */
  static Ending stockGuest(Selection selection, Jdk jdk, Path directory)
      throws IOException, InterruptedException {
    List<String> job = new ArrayList<>(List.of(job("command")));
    job.addAll(
        new Jvm(jdk, EMULATED).with(IPV4_ONLY).command(selection.arguments(directory.toString())));
    return run(List.of("run"), job, directory, Map.of("SMC_LAB_STOCK", "1"));
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
    List<String> job = new ArrayList<>(List.of(job("command")));
    job.addAll(new Jvm(jdk, EMULATED).command(selection.arguments(directory.toString())));
    return job;
  }

  private static String job(String name) {
    return DIRECTORY.resolve("jobs").resolve(name).toString();
  }

  private static Ending run(List<String> how, List<String> job, Path directory)
      throws IOException, InterruptedException {
    return run(how, job, directory, Map.of());
  }

  private static Ending run(
      List<String> how, List<String> job, Path directory, Map<String, String> environment)
      throws IOException, InterruptedException {
    setUp(directory);
    List<String> words = new ArrayList<>(how);
    words.addAll(job);
    return smcLab(words, directory, "output.log", environment);
  }

  /** Aborts the test where the lab cannot be had, unless the setting says that it must be there. */
  private static void setUp(Path directory) throws IOException, InterruptedException {
    if ("off".equals(setting())) {
      abort(SETTING + "=off");
    }
    Ending check = smcLab(List.of("check"), directory, "check.log");
    if (check.status() == CANNOT_BE_HAD) {
      cannotBeHad(check.lastLines(1));
    }
    Ending setUp = smcLab(List.of("setup"), directory, "setup.log");
    if (setUp.status() == CANNOT_BE_HAD) {
      cannotBeHad(setUp.lastLines(1));
    }
    if (check.status() != 0 || setUp.status() != 0) {
      throw new AssertionError(
          "the lab's set-up failed:\n" + check.lastLines(40) + "\n" + setUp.lastLines(40));
    }
  }

  private static void cannotBeHad(String reason) {
    if ("required".equals(setting())) {
      throw new AssertionError("no lab, but " + SETTING + "=required: " + reason);
    }
    abort("no lab: " + reason);
  }

  private static @Nullable String setting() {
    return System.getProperty(SETTING, System.getenv(SETTING));
  }

  private static Ending smcLab(List<String> arguments, Path directory, String log)
      throws IOException, InterruptedException {
    return smcLab(arguments, directory, log, Map.of());
  }

  private static Ending smcLab(
      List<String> arguments, Path directory, String log, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(DIRECTORY.resolve("smc-lab").toString()));
    words.addAll(arguments);
    String seconds = System.getenv().getOrDefault("SMC_LAB_TIMEOUT", "1800");
    Map<String, String> all = new HashMap<>(environment);
    all.put("SMC_LAB_OUT", directory.toString());
    all.put("SMC_LAB_TIMEOUT", seconds);
    return Command.run(words, all, directory.resolve(log));
  }
}
