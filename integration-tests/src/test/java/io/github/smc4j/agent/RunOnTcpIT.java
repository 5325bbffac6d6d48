package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.agent.RunCommandLine.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a program notices of having been started by {@code smc4j run}. */
@Tag("once")
@Timeout(300)
class RunOnTcpIT {
  /** Of the process: signals, user, limits, core dumps, descriptors; then its arguments. */
  private static final String SHOW_STATE =
      """
      grep -E '^(SigBlk|Umask|Uid|Gid|Groups|Cap|NoNew|Seccomp:|Cpus_allowed:)' /proc/self/status
      ignored=0x$(sed -n 's/^SigIgn:[[:space:]]*//p' /proc/self/status)
      echo "ignored $((ignored & ~0x180000000))" # 32 and 33 are the C library's own
      cat /proc/self/limits /proc/self/coredump_filter /proc/self/oom_score_adj
      for fd in 0 1 2 3 4 5 6 7 8 9; do [ -e /proc/$$/fd/$fd ] && echo "descriptor $fd"; done
      pwd; umask; for word; do echo "[$word]"; done
      """;

  /** Ignores and limits what Java would change, and hands on a descriptor. */
  private static final String PREPARE =
      """
      trap '' PIPE INT USR2 XFSZ; ulimit -Sn 321; umask 027; exec 5</dev/null; exec "$@"
      """;

  @TempDir Path directory;

  @Test
  void aProgramFindsTheStateThatTheCallerMade() throws Exception {
    List<String> program = List.of("sh", "-c", SHOW_STATE, "sh", "a b", "", "--", "-x", "@file");

    Outcome under = outcome(prepared(RunCommandLine.under(program)));

    assertThat(under).isEqualTo(outcome(prepared(program)));
    assertThat(under.output()).contains("descriptor 5", "[a b]", "[@file]");
  }

  private static List<String> prepared(List<String> command) {
    List<String> words = new ArrayList<>(List.of("sh", "-c", PREPARE, "sh"));
    words.addAll(command);
    return words;
  }

  @Test
  void bytesThatAreInNoCharacterSetPassAsArgumentAndVariable() throws Exception {
    String show = "printf %s \"$1$VALUE\" | od -An -tx1";
    String call = "VALUE=$(printf '\\376') exec \"$@\" sh \"$(printf '\\377\\303')\"";
    List<String> program =
        List.of(
            "sh",
            "-c",
            call,
            "sh",
            RunCommandLine.under(List.of()).get(0),
            "run",
            "sh",
            "-c",
            show);

    assertThat(outcome(program).output().strip()).isEqualTo("ff c3 fe");
  }

  @Test
  void theProcessStaysTheSameAndGetsItsSignals() throws Exception {
    String program = "trap 'echo got; exit 5' TERM; echo $$; while :; do sleep 0.1; done";
    Process process =
        new ProcessBuilder(RunCommandLine.under(List.of("sh", "-c", program)))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine()).isEqualTo(Long.toString(process.pid()));
      process.toHandle().destroy(); // Process.destroy would close its output
      assertThat(output.readLine()).isEqualTo("got");
      assertThat(process.waitFor()).isEqualTo(5);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aSignalThatEndsTheProgramIsSeenByItsCaller() throws Exception {
    for (String signal : List.of("INT", "QUIT", "TERM", "KILL")) {
      List<String> program = List.of("sh", "-c", "kill -" + signal + " $$");

      assertThat(outcome(RunCommandLine.under(program))).isEqualTo(outcome(program));
    }
  }

  @Test
  void standardStreamsAreTheProgramsOwn() throws Exception {
    byte[] input = new byte[100_000];
    for (int i = 0; i < input.length; i++) {
      input[i] = (byte) (i * 31);
    }
    List<String> program = List.of("sh", "-c", "cat; echo oops >&2; exit 7");

    Outcome under = RunCommandLine.outcome(directory, RunCommandLine.under(program), input);

    assertThat(under).isEqualTo(RunCommandLine.outcome(directory, program, input));
    assertThat(under.output()).hasSize(input.length);
  }

  @Test
  void withinAnotherRun_aProgramIsPreparedOnce() throws Exception {
    List<String> program =
        List.of("sh", "-c", "echo \"$JAVA_TOOL_OPTIONS\" \"$LD_PRELOAD\"; exit 4");

    Outcome nested = outcome(RunCommandLine.under(RunCommandLine.under(program)));

    assertThat(nested.output()).isEqualTo(outcome(RunCommandLine.under(program)).output());
    assertThat(nested.status()).isEqualTo(4);
  }

  /** Or Java's own start would take them for its own: two garbage collectors, and a log. */
  @Test
  void theCallersJvmOptionsAreForTheProgramAlone() throws Exception {
    List<String> program =
        new ArrayList<>(
            List.of(
                "env",
                "JAVA_TOOL_OPTIONS=-XX:+UseG1GC -Xlog:gc",
                "JDK_JAVA_OPTIONS=-verbose:gc",
                "_JAVA_OPTIONS=-Xint"));
    program.addAll(
        RunCommandLine.under(
            List.of("sh", "-c", "echo \"$JAVA_TOOL_OPTIONS|$JDK_JAVA_OPTIONS|$_JAVA_OPTIONS\"")));

    Outcome outcome = outcome(program);

    assertThat(outcome.output())
        .isEqualTo("-XX:+UseG1GC -Xlog:gc -javaagent:" + Agent.JAR + "|-verbose:gc|-Xint\n");
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.status()).isZero();
  }

  @Test
  void aMissingJavaIsNoMissingCommand() throws Exception {
    List<String> program = new ArrayList<>(List.of("env", "JAVA_HOME=/missing"));
    program.addAll(RunCommandLine.under(List.of("true")));

    Outcome outcome = outcome(program);

    assertThat(outcome.status()).isEqualTo(125);
    assertThat(outcome.errors()).contains("/missing/bin/java", "JAVA_HOME");
  }

  @Test
  void theNameOfALinkToTheScriptWillDo() throws Exception {
    List<String> program = new ArrayList<>(RunCommandLine.under(List.of("echo", "ok")));
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of(program.get(0)));
    program.set(0, link.toString());

    assertThat(outcome(program).output()).isEqualTo("ok\n");
  }

  @Test
  void whatCannotBeRunIsToldApart() throws Exception {
    assertThat(outcome(RunCommandLine.under(List.of("no-such-program"))))
        .satisfies(outcome -> assertThat(outcome.status()).isEqualTo(127))
        .satisfies(
            outcome -> assertThat(outcome.errors()).contains("no-such-program", "ENOENT", "PATH="));
    assertThat(outcome(RunCommandLine.under(List.of("/etc/passwd"))))
        .satisfies(outcome -> assertThat(outcome.status()).isEqualTo(126))
        .satisfies(
            outcome -> assertThat(outcome.errors()).contains("/etc/passwd", "EACCES", "chmod"));
    assertThat(outcome(RunCommandLine.under(List.of("/etc"))))
        .satisfies(outcome -> assertThat(outcome.status()).isEqualTo(126))
        .satisfies(outcome -> assertThat(outcome.errors()).contains("/etc", "directory"));
    assertThat(outcome(RunCommandLine.under(List.of(scriptWithoutInterpreter()))))
        .satisfies(outcome -> assertThat(outcome.status()).isEqualTo(126))
        .satisfies(outcome -> assertThat(outcome.errors()).contains("ENOENT", "interpreter"));
    assertThat(outcome(RunCommandLine.under(List.of("true"), "--mode", "maybe")))
        .satisfies(outcome -> assertThat(outcome.status()).isEqualTo(2))
        .satisfies(outcome -> assertThat(outcome.errors()).contains("--mode", "maybe"));
    assertThat(outcome(RunCommandLine.under(List.of()))).extracting(Outcome::status).isEqualTo(2);
  }

  @Test
  void aNameThatIsInNoCharacterSetIsNoCommandEither() throws Exception {
    List<String> program =
        new ArrayList<>(
            List.of("env", "LC_ALL=C", "sh", "-c", "exec \"$@\" \"$(printf './\\377')\"", "sh"));
    program.addAll(RunCommandLine.under(List.of()));

    Outcome outcome = outcome(program);

    assertThat(outcome.status()).isEqualTo(127);
    assertThat(outcome.errors()).contains("cannot run", "ENOENT");
  }

  private String scriptWithoutInterpreter() throws IOException {
    Path script = Files.writeString(directory.resolve("script"), "#!/missing/sh\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script.toString();
  }

  @Test
  void wrongSettingsEndItBeforeTheProgramBegins() throws Exception {
    List<String> program = new ArrayList<>(List.of("env", "CONFIG_FORCE_smc_mode=maybe"));
    program.addAll(RunCommandLine.under(List.of("echo", "begun")));

    Outcome outcome = outcome(program);

    assertThat(outcome.status()).isEqualTo(125);
    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.errors()).contains("smc.mode", "maybe", "CONFIG_FORCE_smc_mode");
  }

  @Test
  void sizesReachTheProgramInBytes() throws Exception {
    List<String> program = new ArrayList<>(List.of("env", "CONFIG_FORCE_smc_buffers_send=1M"));
    program.addAll(RunCommandLine.under(List.of("env")));

    assertThat(outcome(program).output()).contains("CONFIG_FORCE_smc_buffers_send=1048576\n");
  }

  private Outcome outcome(List<String> command) throws Exception {
    return RunCommandLine.outcome(directory, command);
  }
}
