package io.github.smc4j.lab;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * How a JVM that runs these tests is started.
 *
 * @param flags what the place it runs in adds
 */
record Jvm(Jdk jdk, List<String> flags, List<String> classPath) {
  /** With this JVM's class path. */
  Jvm(Jdk jdk, List<String> flags) {
    this(jdk, flags, ClassPath.entries());
  }

  /** The words of the command that runs a class. */
  List<String> command(List<String> mainClassAndArguments) {
    List<String> command =
        new ArrayList<>(List.of(jdk.java().toString(), "-ea", "-Xcheck:jni", "-Xmx1g"));
    if (jdk.feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(flags);
    ownProperties().forEach(command::add);
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
    command.addAll(mainClassAndArguments);
    return command;
  }

  Jvm with(String... more) {
    return new Jvm(jdk, Stream.concat(flags.stream(), Stream.of(more)).toList(), classPath);
  }

  /** With a folder's jars before all else on the class path. */
  Jvm behind(Path folder) {
    return new Jvm(
        jdk,
        flags,
        Stream.concat(Stream.of(folder.toAbsolutePath() + "/*"), classPath.stream()).toList());
  }

  /** Properties of this project's tests reach them wherever they run. */
  private static Stream<String> ownProperties() {
    Properties properties = System.getProperties();
    return properties.stringPropertyNames().stream()
        .filter(name -> name.startsWith("smc4j."))
        .map(name -> "-D" + name + "=" + properties.getProperty(name));
  }
}
