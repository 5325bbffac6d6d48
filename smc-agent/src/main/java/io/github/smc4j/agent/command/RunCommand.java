package io.github.smc4j.agent.command;

import io.github.smc4j.SmcConfigurationException;
import io.github.smc4j.internal.Availability;
import io.github.smc4j.internal.kernel.Errno;
import io.github.smc4j.internal.kernel.NativeLibrary;
import io.github.smc4j.internal.kernel.NativeLibraryException;
import io.github.smc4j.internal.kernel.SocketType;
import io.github.smc4j.internal.policy.Family;
import io.github.smc4j.internal.policy.Mode;
import io.github.smc4j.internal.policy.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code smc4j run}: becomes another program, whose TCP sockets are SMC sockets. */
@Command(
    name = "run",
    customSynopsis = "smc4j run [--mode=off|prefer|require | --require] [--] COMMAND [ARGUMENT...]",
    description = {
      "Runs a command whose TCP sockets are SMC sockets: of native programs by a library in LD_PRELOAD,"
          + " of JVMs by the agent in JAVA_TOOL_OPTIONS. Its children inherit both.%n"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "*:the command's own",
      "2:wrong options",
      "125:smc4j could not prepare the command",
      "126:the command cannot be executed",
      "127:there is no such command"
    })
final class RunCommand implements Callable<Integer> {
  private static final int NOT_PREPARED = 125;
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  @ArgGroup private @Nullable ModeOption modeOption;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  @SuppressWarnings("UnusedVariable") // asking for it is what counts
  private boolean help;

  @Parameters(arity = "1..*", paramLabel = "COMMAND", hidden = true)
  private List<String> words = List.of();

  static final class ModeOption {
    @Option(
        names = "--mode",
        paramLabel = "off|prefer|require",
        description =
            "As smc.mode: plain TCP; SMC, or TCP where that cannot be had; SMC or an error.")
    private @Nullable Mode mode;

    @Option(names = "--require", description = "The same as --mode=require.")
    private boolean require;

    Mode mode() {
      return require ? Mode.REQUIRE : Objects.requireNonNull(mode);
    }
  }

  @Override
  public Integer call() throws CommandFailure {
    OwnProcess process = OwnProcess.atStart();
    try {
      Settings settings = settings();
      NativeLibrary.load(settings.nativeLibrary(), settings.nativeDirectory());
      return outcome(process.become(words.size(), environment(process, settings)));
    } catch (SmcConfigurationException | NativeLibraryException | IOException e) {
      throw new CommandFailure(NOT_PREPARED, String.valueOf(e.getMessage()), e);
    }
  }

  private Settings settings() {
    Settings settings = Settings.global();
    return modeOption == null
        ? settings
        : settings.with(Map.of("smc.mode", modeOption.mode().name().toLowerCase(Locale.ROOT)));
  }

  private static Environment environment(OwnProcess process, Settings settings)
      throws IOException, CommandFailure {
    Environment environment = process.environment();
    settings.variables().forEach(environment::set);
    environment.addAgent(AgentJar.path());
    List<SocketType> sockets = sockets(settings);
    if (sockets.isEmpty()) {
      environment.removePreload();
    } else {
      environment.addPreload(PreloadFile.unpack(directory(settings), process.user()));
    }
    if (sockets.equals(List.of(SocketType.AF_SMC))) {
      environment.set("CONFIG_FORCE_smc_family", "af-smc");
    }
    return environment;
  }

  /**
   * The SMC sockets that native programs can have. What the kernel lacks is not left to them to
   * find out, because it may look for a module at every attempt.
   */
  private static List<SocketType> sockets(Settings settings) throws CommandFailure {
    Mode mode = settings.policy().undecidedDestination().mode();
    if (mode == Mode.OFF) {
      return List.of();
    }
    Availability kernel = Availability.ofKernel();
    List<SocketType> sockets =
        kernel.types().stream()
            .filter(
                type ->
                    settings.family() == Family.AUTO
                        || type.name().equals(settings.family().name()))
            .toList();
    if (mode == Mode.REQUIRE && sockets.isEmpty()) {
      throw new CommandFailure(
          NOT_PREPARED, "SMC is required but cannot be had: " + reason(kernel, settings));
    }
    return sockets;
  }

  private static String reason(Availability kernel, Settings settings) {
    return kernel.cause() != null
        ? kernel.cause().getMessage()
        : "smc.family asks for "
            + settings.family()
            + ", which this kernel does not have; set it to auto";
  }

  private static Path directory(Settings settings) {
    return Objects.requireNonNullElseGet(
        settings.nativeDirectory(), () -> Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** What comes of a command that this process could not become. */
  private int outcome(int result) throws CommandFailure {
    String command = words.get(0);
    boolean isPath = command.contains("/");
    File file = new File(command);
    boolean isThere = isPath && file.exists();
    String hint = isPath ? "" : ", looked for in PATH=" + System.getenv("PATH");
    throw new CommandFailure(
        Errno.ENOENT.is(result) && !isThere ? NOT_FOUND : NOT_EXECUTABLE,
        "cannot run '" + command + "': " + Errno.describe(result) + (isThere ? hint(file) : hint));
  }

  /** What the errno does not tell about a file that is there. */
  private static String hint(File command) {
    if (command.isDirectory()) {
      return "; it is a directory";
    }
    return command.canExecute()
        ? "; the file is there: see that the interpreter is that its first line names, or its loader"
        : "; make it executable with chmod +x";
  }
}
