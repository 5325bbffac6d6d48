package io.github.smc4j.agent;

import java.nio.file.Path;

/** Where the classes of a program of these tests are. */
public final class Classes {
  private Classes() {}

  /** The folder or jar that has a class, as a class path. */
  public static String of(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
  }
}
