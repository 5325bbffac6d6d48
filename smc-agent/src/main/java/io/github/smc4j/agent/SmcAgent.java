package io.github.smc4j.agent;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Where the JVM enters smc4j.jar: as an agent ({@code -javaagent:smc4j.jar[=key=value,...]}) and as
 * a command ({@code java -jar smc4j.jar}). All else in the jar is out of sight of the application's
 * class loaders, and has a loader of its own.
 *
 * <p>For Java 8, because a JVM that is too old for the rest has to be able to say so. Whatever goes
 * wrong, the application starts; only settings that are wrong end the JVM, as its own options do.
 */
public final class SmcAgent {
  private static final int OLDEST = 17;
  private static final int WRONG_SETTINGS = 1;
  private static final String ALL_TCP =
      "all connections run on TCP, those that require SMC as well";
  private static final String HIDDEN = "META-INF/smc4j/";
  private static final String INSTALLATION = "io.github.smc4j.agent.internal.Installation";
  private static final String WRONG_SETTING = "io.github.smc4j.SmcConfigurationException";
  private static final String COMMAND = "io.github.smc4j.agent.command.Smc4jCommand";

  private static boolean started;
  private static ClassLoader hidden;

  private SmcAgent() {}

  /**
   * Called by the JVM before the application's main method.
   *
   * @param arguments settings, or null
   * @param instrumentation of this JVM
   */
  public static void premain(String arguments, Instrumentation instrumentation) {
    try {
      start(arguments, instrumentation);
    } catch (IllegalArgumentException wrongSettings) {
      say(wrongSettings.getMessage());
      System.exit(WRONG_SETTINGS);
    }
  }

  /**
   * Called by the JVM when the agent is attached to it while it runs; sockets that it has bound or
   * connected by then stay as they are.
   *
   * @param arguments settings, or null
   * @param instrumentation of this JVM
   */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation);
  }

  /**
   * The command {@code smc4j}.
   *
   * @param words of the command line
   */
  public static void main(String[] words) {
    if (feature() < OLDEST) {
      say(tooOld());
      System.exit(WRONG_SETTINGS);
    }
    try {
      invoke(COMMAND, "main", new Class<?>[] {String[].class}, new Object[] {words});
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalStateException("this smc4j.jar is not complete", e);
    }
  }

  private static synchronized void start(String arguments, Instrumentation instrumentation) {
    if (feature() < OLDEST) {
      say(tooOld() + ", so " + ALL_TCP);
    } else if (started) {
      sayIgnored(arguments);
    } else if (hasSecurityManager()) {
      say("there is a security manager, which the agent is not made for, so " + ALL_TCP);
    } else {
      started = true;
      try {
        install(arguments, instrumentation);
      } catch (IllegalArgumentException wrongSettings) {
        started = false;
        hidden = null; // it remembers that its settings are wrong
        throw wrongSettings;
      }
    }
  }

  private static void install(String arguments, Instrumentation instrumentation) {
    try {
      invoke(
          INSTALLATION,
          "install",
          new Class<?>[] {String.class, Instrumentation.class},
          new Object[] {arguments, instrumentation});
    } catch (ReflectiveOperationException | IOException | RuntimeException | LinkageError e) {
      if (e.getClass().getName().equals(WRONG_SETTING)) {
        throw (IllegalArgumentException) e;
      }
      say("the agent cannot be installed, so " + ALL_TCP + ": " + reason(e));
    }
  }

  private static Throwable reason(Throwable e) {
    return e instanceof InvocationTargetException ? e.getCause() : e;
  }

  private static void invoke(String type, String method, Class<?>[] parameters, Object[] arguments)
      throws ReflectiveOperationException, IOException {
    try {
      Class.forName(type, true, hiddenClasses())
          .getMethod(method, parameters)
          .invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw unwrapped(e);
    }
  }

  private static InvocationTargetException unwrapped(InvocationTargetException e) {
    if (e.getCause() instanceof RuntimeException) {
      throw (RuntimeException) e.getCause();
    }
    if (e.getCause() instanceof Error) {
      throw (Error) e.getCause();
    }
    return e;
  }

  private static synchronized ClassLoader hiddenClasses()
      throws ReflectiveOperationException, IOException {
    if (hidden == null) {
      URL jar = SmcAgent.class.getProtectionDomain().getCodeSource().getLocation();
      ClassLoader platform =
          (ClassLoader) ClassLoader.class.getMethod("getPlatformClassLoader").invoke(null);
      hidden = new HiddenClasses(new JarFile(new File(URI.create(jar.toString()))), platform);
    }
    return hidden;
  }

  /** What only the JDK's platform loader is asked before. */
  private static final class HiddenClasses extends ClassLoader {
    static {
      registerAsParallelCapable();
    }

    private final JarFile jar;

    HiddenClasses(JarFile jar, ClassLoader parent) {
      super(parent);
      this.jar = jar;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      JarEntry entry = jar.getJarEntry(HIDDEN + name.replace('.', '/') + ".class");
      if (entry == null) {
        throw new ClassNotFoundException(name);
      }
      try {
        byte[] bytes = bytesOf(entry);
        return defineClass(name, bytes, 0, bytes.length, SmcAgent.class.getProtectionDomain());
      } catch (IOException e) {
        throw new ClassNotFoundException(name + " cannot be read from " + jar.getName(), e);
      }
    }

    private byte[] bytesOf(JarEntry entry) throws IOException {
      try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
        byte[] bytes = new byte[(int) entry.getSize()];
        in.readFully(bytes);
        return bytes;
      }
    }

    @Override
    protected URL findResource(String name) {
      try {
        return jar.getJarEntry(HIDDEN + name) == null
            ? null
            : new URL("jar:" + new File(jar.getName()).toURI() + "!/" + HIDDEN + name);
      } catch (MalformedURLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
      URL resource = findResource(name);
      return Collections.enumeration(
          resource == null ? Collections.<URL>emptyList() : Collections.singletonList(resource));
    }
  }

  /** Java 24 and newer have none. */
  @SuppressWarnings("removal")
  private static boolean hasSecurityManager() {
    return System.getSecurityManager() != null;
  }

  /** The same twice is one mistake less; other settings are one more. */
  private static void sayIgnored(String arguments) {
    if (arguments != null && !arguments.isEmpty()) {
      say("the agent is in this JVM already, so these settings of it are ignored: " + arguments);
    }
  }

  private static String tooOld() {
    return "smc4j needs Java "
        + OLDEST
        + " or newer and this is Java "
        + System.getProperty("java.specification.version");
  }

  private static int feature() {
    String version = System.getProperty("java.specification.version");
    return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
  }

  private static void say(String message) {
    System.err.println("smc4j: " + message);
  }
}
