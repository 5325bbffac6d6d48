package io.github.smc4j.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A program of these tests, in a jar that has nothing else. */
final class ProgramJar {
  private ProgramJar() {}

  /**
   * Makes the jar.
   *
   * @param directory of the jar
   * @return the jar, as a class path
   */
  static String of(Path directory, Class<?>... classes) throws IOException {
    Path file = directory.resolve("program.jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (Class<?> type : classes) {
        String name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (InputStream content = type.getClassLoader().getResourceAsStream(name)) {
          content.transferTo(jar);
        }
      }
    }
    return file.toString();
  }
}
