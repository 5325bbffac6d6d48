package io.github.smc4j.agent.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;

/** The command {@code smc4j}, which is what its subcommands do. */
@Command(
    name = "smc4j",
    description = "Linux SMC for programs that ask for TCP.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RunCommand.class, HelpCommand.class})
public final class Smc4jCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  @SuppressWarnings("UnusedVariable") // asking for it is what counts
  private boolean help;

  private Smc4jCommand() {}

  /**
   * Runs a subcommand and ends this JVM with its exit status.
   *
   * @param words of the command line
   */
  public static void main(String[] words) {
    System.exit(execute(words));
  }

  /** What follows a subcommand's first word that is no option is not for smc4j, nor are @files. */
  private static int execute(String... words) {
    return new CommandLine(new Smc4jCommand())
        .setStopAtPositional(true)
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Smc4jCommand::report)
        .execute(words);
  }

  private static int report(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (failure instanceof CommandFailure known) {
      command
          .getErr()
          .println(command.getCommandSpec().qualifiedName() + ": " + known.getMessage());
      return known.status();
    }
    throw failure;
  }
}
