package io.github.smc4j.agent;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** What is in smc4j.jar. */
final class JarContents {
  private static final String HIDDEN = "META-INF/smc4j/";
  private static final String BOOT = "boot/io/github/";

  private JarContents() {}

  /** The files that class loaders find at the jar's root. */
  static List<String> atTheRoot() throws IOException {
    return files(name -> !name.startsWith(HIDDEN));
  }

  /** The others, by the names that those have who do see them. */
  static List<String> hidden() throws IOException {
    return files(name -> name.startsWith(HIDDEN)).stream()
        .map(name -> name.substring(HIDDEN.length()))
        .map(name -> name.startsWith(BOOT) ? name.substring("boot/".length()) : name)
        .toList();
  }

  private static List<String> files(Predicate<String> wanted) throws IOException {
    try (JarFile jar = new JarFile(Agent.JAR.toFile())) {
      return jar.stream()
          .filter(entry -> !entry.isDirectory())
          .map(JarEntry::getName)
          .filter(wanted)
          .toList();
    }
  }
}
