package io.github.smc4j.lab;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** A JDK on this machine. */
record Jdk(Path home, int feature) {
  private static final String JAVA25_HOME = "JAVA25_HOME";

  private static final List<Path> USUAL_PLACES =
      List.of(
          Path.of("/usr/lib/jvm"),
          Path.of("/opt"),
          Path.of("/usr/java"),
          Path.of(System.getProperty("user.home"), ".sdkman/candidates/java"),
          Path.of(System.getProperty("user.home"), ".jdks"));

  /** The one that runs this code. */
  static Jdk running() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /**
   * JDK 25: the one that {@code JAVA25_HOME} names, else one found in a usual place. The test is
   * aborted where there is none.
   */
  static Jdk jdk25() {
    String named = System.getenv(JAVA25_HOME);
    if (named != null) {
      return at(Path.of(named))
          .filter(jdk -> jdk.feature == 25)
          .orElseThrow(
              () -> new IllegalStateException(JAVA25_HOME + "=" + named + " is no JDK 25"));
    }
    return USUAL_PLACES.stream()
        .flatMap(Jdk::below)
        .filter(jdk -> jdk.feature == 25)
        .findFirst()
        .orElseGet(
            () -> abort("no JDK 25 below any of " + USUAL_PLACES + ", and no " + JAVA25_HOME));
  }

  Path java() {
    return home.resolve("bin/java");
  }

  private static Stream<Jdk> below(Path directory) {
    if (!Files.isDirectory(directory)) {
      return Stream.empty();
    }
    try (Stream<Path> homes = Files.list(directory)) {
      return homes.sorted().toList().stream().map(Jdk::at).flatMap(Optional::stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the file {@code release} tells, which is at the top of every JDK. */
  private static Optional<Jdk> at(Path home) {
    Path release = home.resolve("release");
    if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin/java"))) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(release)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
    return version.isEmpty()
        ? Optional.empty()
        : Optional.of(new Jdk(home, Runtime.Version.parse(version).feature()));
  }
}
