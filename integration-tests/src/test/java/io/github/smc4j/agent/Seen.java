package io.github.smc4j.agent;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An application that looks for files by name. Argument: a file with the names. Prints which of
 * them its class loader sees, or a child of that, and which the boot loader.
 */
final class Seen {
  private static final String CLASS = ".class";

  private Seen() {}

  public static void main(String[] arguments) throws IOException {
    ClassLoader system = ClassLoader.getSystemClassLoader();
    try (URLClassLoader child = new URLClassLoader(new URL[0], system)) {
      for (String name : Files.readAllLines(Path.of(arguments[0]))) {
        if (sees(null, name)) {
          System.out.println("boot " + name);
        } else if (sees(system, name) || sees(child, name)) {
          System.out.println("application " + name);
        }
      }
    }
  }

  private static boolean sees(@Nullable ClassLoader loader, String name) throws IOException {
    return name.endsWith(CLASS)
        ? seesClass(loader, name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
        : loader != null && loader.getResources(name).hasMoreElements();
  }

  private static boolean seesClass(@Nullable ClassLoader loader, String name) {
    try {
      Class.forName(name, false, loader);
      return true;
    } catch (ClassNotFoundException unseen) {
      return false;
    }
  }
}
