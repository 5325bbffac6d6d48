package io.github.smc4j.lab;

import io.github.smc4j.lab.Command.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the scripts in {@code lab/} make ready on this machine, for all runs to come. */
public enum LabSetUp {
  GUESTS("smc-lab"),
  DATABASES("database"),
  PROGRAMS("programs");

  /** The environment variable, or system property, that has to do with the lab. */
  static final String SETTING = "SMC4J_LAB";

  /** Relative to the module's directory, where Maven runs its tests. */
  static final Path DIRECTORY = Path.of("lab").toAbsolutePath();

  private static final int CANNOT_BE_HAD = 3;
  private static final String SPEAKER = "lab: ";

  private final String script;

  LabSetUp(String script) {
    this.script = script;
  }

  /**
   * Makes it ready, once where several ask for it at once. Where the setting says that it must be
   * there, its lack is a failure.
   *
   * @param directory takes the log
   * @return why it cannot be had here, or null
   */
  public synchronized @Nullable String reasonForLack(Path directory)
      throws IOException, InterruptedException {
    List<String> command = List.of(script().toString(), "setup");
    Ending ending = Command.run(command, Map.of(), directory.resolve(script + "-setup.log"));
    if (ending.status() == 0) {
      return null;
    }
    if (ending.status() != CANNOT_BE_HAD) {
      throw new AssertionError(script + "'s set-up failed:\n" + ending.lastLines(40));
    }
    String reason = ending.lastLines(1).replace(SPEAKER, "");
    if ("required".equals(setting())) {
      throw new AssertionError(script + ", with " + SETTING + "=required: " + reason);
    }
    return reason;
  }

  /** The script that runs what it has made ready. */
  public Path script() {
    return DIRECTORY.resolve(script);
  }

  static @Nullable String setting() {
    return System.getProperty(SETTING, System.getenv(SETTING));
  }
}
