package io.github.smc4j.lab;

import java.io.File;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The class path of this JVM, but with the jars of this build's modules as the folders they were
 * made from, if there is one: so a module's tests find what they find when Surefire runs them in
 * that module.
 */
final class ClassPath {
  private static final Pattern MODULE_JAR = Pattern.compile("(.*/target)/[^/]*?(-tests)?\\.jar");

  private ClassPath() {}

  static List<String> entries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(ClassPath::folder)
        .toList();
  }

  /** The folders with the modules' tests. */
  static List<String> tests() {
    return entries().stream()
        .filter(entry -> new File(entry).getName().equals("test-classes"))
        .toList();
  }

  private static String folder(String entry) {
    Matcher jar = MODULE_JAR.matcher(entry);
    if (!jar.matches()) {
      return entry;
    }
    String folder = jar.group(1) + (jar.group(2) == null ? "/classes" : "/test-classes");
    return new File(folder).isDirectory() ? folder : entry;
  }
}
