package io.github.smc4j.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The shell command at the root of the repository. */
final class CommandTest {
  private static final Path SMC4J = Path.of("..", "smc4j").toAbsolutePath().normalize();
  private static final Pattern LISTED = Pattern.compile("^  ([a-z]+)  ", Pattern.MULTILINE);

  @Test
  void everyListedCommandExists() throws IOException, InterruptedException {
    List<String> commands =
        LISTED.matcher(smc4j("help").output()).results().map(match -> match.group(1)).toList();

    assertThat(commands).contains("demo", "help", "run");
    for (String command : commands) {
      assertThat(smc4j(command, "--help").status()).as(command).isZero();
    }
  }

  @Test
  void aCommandThatDoesNotExistIsAnErrorWithTheList() throws IOException, InterruptedException {
    Result result = smc4j("no-such-command");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.output()).contains("no-such-command", "demo");
  }

  @Test
  void anUnknownOptionIsAnErrorWithTheUsage() throws IOException, InterruptedException {
    Result result = smc4j("demo", "--no-such-option");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.output()).contains("--no-such-option", "./smc4j demo [--host]");
  }

  private static Result smc4j(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(SMC4J.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  private record Result(int status, String output) {}
}
