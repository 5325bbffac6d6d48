package io.github.smc4j.agent.command;

import io.github.smc4j.internal.kernel.Errno;
import io.github.smc4j.internal.kernel.ProcessImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * This process as whoever started it made it, without what its JVM has added. What Java tells of
 * command line and environment has been through a character set, so the kernel is asked.
 */
final class OwnProcess {
  private static final Path SELF = Path.of("/proc/self");
  private static final int HEXADECIMAL = 16;

  /** Set by those who start the JVM, because it has handlers of its own for some signals. */
  private static final String IGNORED = "smc4j.signals.ignored";

  private final Set<String> descriptors;

  private OwnProcess(Set<String> descriptors) {
    this.descriptors = descriptors;
  }

  /** Remembers which descriptors are open; to be called before anything else opens some. */
  static OwnProcess atStart() {
    return new OwnProcess(openDescriptors());
  }

  Environment environment() throws IOException {
    return new Environment(strings("environ"));
  }

  /** The effective user's number. */
  int user() throws IOException {
    return Integer.parseInt(status("Uid").split("\\s+", -1)[1]);
  }

  /**
   * Goes on as the program that the last words of the command line name. Returns only if that is
   * not possible.
   *
   * @param words how many they are
   * @return a negated errno
   */
  int become(int words, Environment environment) throws IOException {
    List<String> commandLine = strings("cmdline");
    hideOwnDescriptors();
    Errno.check(ProcessImage.setSignals(blockedSignals(), ignoredSignals()), "sigprocmask");
    return ProcessImage.replace(
        bytes(commandLine.subList(commandLine.size() - words, commandLine.size())),
        bytes(environment.variables()));
  }

  /** What was opened since the start, and what the JVM had opened for itself by then. */
  private void hideOwnDescriptors() throws IOException {
    Path java = Path.of(System.getProperty("java.home")).toRealPath();
    Path jar = AgentJar.path().toRealPath();
    for (String number : openDescriptors()) {
      Path target = target(number);
      if (!descriptors.contains(number) || target.startsWith(java) || target.equals(jar)) {
        ProcessImage.closeOnExec(Integer.parseInt(number)); // the one that listed them is gone
      }
    }
  }

  /**
   * Without NIO, which would open one for itself, for good; and without the one that lists them.
   */
  private static Set<String> openDescriptors() {
    File directory = new File("/proc/self/fd");
    String[] numbers = Objects.requireNonNull(directory.list(), "no /proc/self/fd");
    return Stream.of(numbers)
        .filter(number -> new File(directory, number).exists())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Path target(String number) throws IOException {
    try {
      return Files.readSymbolicLink(SELF.resolve("fd").resolve(number));
    } catch (NoSuchFileException closedMeanwhile) {
      return SELF;
    }
  }

  /** Those of the thread that started the JVM, which no thread of Java's is. */
  private static long blockedSignals() throws IOException {
    return Long.parseUnsignedLong(status("SigBlk"), HEXADECIMAL);
  }

  private static long ignoredSignals() {
    return Long.parseUnsignedLong(System.getProperty(IGNORED, "0"), HEXADECIMAL);
  }

  private static String status(String key) throws IOException {
    try (Stream<String> lines = Files.lines(SELF.resolve("status"), StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith(key + ":"))
          .findFirst()
          .orElseThrow(() -> new IOException("/proc/self/status has no line " + key))
          .substring(key.length() + 1)
          .strip();
    }
  }

  /** A file of strings that each end with a 0. */
  private static List<String> strings(String file) throws IOException {
    String all = new String(Files.readAllBytes(SELF.resolve(file)), StandardCharsets.ISO_8859_1);
    return List.of(
        all.isEmpty() ? new String[0] : all.substring(0, all.length() - 1).split("\0", -1));
  }

  private static List<byte[]> bytes(List<String> strings) {
    return strings.stream().map(string -> string.getBytes(StandardCharsets.ISO_8859_1)).toList();
  }
}
