package io.github.smc4j.agent.internal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;

/**
 * Gives the boot loader the classes that changed classes call. They are defined one by one: a jar
 * on the boot loader's path would turn off a part of class data sharing, and the JVM says so on
 * standard output. In smc4j.jar they are where no other loader finds them.
 */
final class BootClasses {
  /** Each after those that it needs. */
  private static final String[] NAMES = {
    "io.github.smc4j.agent.boot.SocketHooks$Hooks", "io.github.smc4j.agent.boot.SocketHooks"
  };

  private final JdkModules modules;

  BootClasses(JdkModules modules) {
    this.modules = modules;
  }

  /**
   * Defines them, before anybody else asks for them, and lets the JDK's own classes call them.
   *
   * @throws ReflectiveOperationException if this JDK has no way for it
   */
  void define() throws IOException, ReflectiveOperationException {
    modules.open("jdk.internal.misc");
    Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
    Object unsafe = type.getMethod("getUnsafe").invoke(null);
    Method define =
        type.getMethod(
            "defineClass",
            String.class,
            byte[].class,
            int.class,
            int.class,
            ClassLoader.class,
            ProtectionDomain.class);
    for (String name : NAMES) {
      byte[] bytes = bytesOf(name);
      define.invoke(unsafe, name, bytes, 0, bytes.length, null, null);
    }
    modules.read(Class.forName(NAMES[0], false, null).getModule());
  }

  private static byte[] bytesOf(String name) throws IOException {
    String resource = "boot/" + name.replace('.', '/') + ".class";
    try (InputStream in = BootClasses.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("smc4j.jar holds no " + resource);
      }
      return in.readAllBytes();
    }
  }
}
