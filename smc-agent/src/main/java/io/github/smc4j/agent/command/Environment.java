package io.github.smc4j.agent.command;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The environment of the program to run. Its strings are bytes, one character each, so that what is
 * in no character set passes as it is.
 */
final class Environment {
  private static final int NOT_PREPARED = 125;
  private static final String PRELOAD = "LD_PRELOAD";
  private static final String JVM_OPTIONS = "JAVA_TOOL_OPTIONS";

  /** Before the names of variables that the script smc4j has set aside. */
  private static final String ASIDE = "SMC4J_ASIDE_";

  private final List<String> variables;

  /**
   * @param variables as {@code NAME=value}
   */
  Environment(List<String> variables) {
    this.variables = new ArrayList<>();
    for (String variable : variables) {
      this.variables.add(
          variable.startsWith(ASIDE) ? variable.substring(ASIDE.length()) : variable);
    }
  }

  List<String> variables() {
    return List.copyOf(variables);
  }

  void set(String name, String value) {
    remove(name);
    variables.add(name + "=" + value);
  }

  private void remove(String name) {
    variables.removeIf(variable -> variable.startsWith(name + "="));
  }

  private Optional<String> get(String name) {
    return variables.stream()
        .filter(variable -> variable.startsWith(name + "="))
        .map(variable -> variable.substring(name.length() + 1))
        .findFirst();
  }

  /**
   * Puts the library before all others, and in place of one that an outer command has put there.
   */
  void addPreload(Path library) throws CommandFailure {
    String name = bytes(library);
    if (name.contains(" ") || name.contains(":")) {
      throw new CommandFailure(
          NOT_PREPARED,
          "LD_PRELOAD cannot hold the path of "
              + library
              + ", because blanks and colons part its files; name another directory in"
              + " smc.native.directory");
    }
    List<String> files = otherPreloads();
    files.add(0, name);
    set(PRELOAD, String.join(":", files));
  }

  /** Takes out what an outer command has put there. */
  void removePreload() {
    List<String> others = otherPreloads();
    if (others.isEmpty()) {
      remove(PRELOAD);
    } else {
      set(PRELOAD, String.join(":", others));
    }
  }

  private List<String> otherPreloads() {
    List<String> files = new ArrayList<>(Arrays.asList(get(PRELOAD).orElse("").split("[ :]+")));
    files.removeIf(
        file ->
            file.isEmpty()
                || file.substring(file.lastIndexOf('/') + 1).startsWith(PreloadFile.PREFIX));
    return files;
  }

  /** Appends the agent to the options of all JVMs, unless it is there. */
  void addAgent(Path jar) throws CommandFailure {
    String option = agentOption(jar);
    String options = get(JVM_OPTIONS).orElse("");
    if (!(" " + options + " ").contains(" " + option + " ")) {
      set(JVM_OPTIONS, options.isBlank() ? option : options + " " + option);
    }
  }

  /**
   * A JVM parts its options at blanks, and the agent's path from its arguments at an equals sign.
   */
  private static String agentOption(Path jar) throws CommandFailure {
    String path = bytes(jar);
    if (path.contains("=") || path.contains("\"")) {
      throw new CommandFailure(
          NOT_PREPARED,
          "JAVA_TOOL_OPTIONS cannot name the agent "
              + jar
              + ", because of the '=' or '\"' in its path; put it somewhere else");
    }
    boolean isPlain = path.chars().noneMatch(c -> Character.isWhitespace(c) || c == '\'');
    return isPlain ? "-javaagent:" + path : "\"-javaagent:" + path + "\"";
  }

  /** A path as the system knows it. */
  private static String bytes(Path path) {
    byte[] bytes =
        path.toString().getBytes(Charset.forName(System.getProperty("sun.jnu.encoding")));
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
