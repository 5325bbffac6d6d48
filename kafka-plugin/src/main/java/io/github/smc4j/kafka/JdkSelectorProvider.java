package io.github.smc4j.kafka;

import java.lang.reflect.Constructor;
import java.nio.channels.spi.SelectorProvider;
import java.util.List;

/**
 * The JDK's own selector provider. {@code SelectorProvider.provider()} would answer with ours, and
 * the class that knows the default, {@code sun.nio.ch.DefaultSelectorProvider}, is not open to us.
 * Its implementations have public constructors, which {@code sun.reflect.ReflectionFactory} (module
 * jdk.unsupported, kept for serialization libraries) makes callable on every JDK and without flags.
 * This needs no native library, so NIO works where smc4j has none.
 */
final class JdkSelectorProvider {
  /** The implementations of Linux, macOS, Windows and AIX; each JDK has only its own. */
  private static final List<String> IMPLEMENTATIONS =
      List.of(
          "sun.nio.ch.EPollSelectorProvider",
          "sun.nio.ch.KQueueSelectorProvider",
          "sun.nio.ch.WEPollSelectorProvider",
          "sun.nio.ch.PollSelectorProvider");

  static final SelectorProvider INSTANCE = instance();

  private JdkSelectorProvider() {}

  private static SelectorProvider instance() {
    IllegalStateException failure =
        new IllegalStateException(
            "this JDK's own selector provider cannot be had, so NIO cannot work with"
                + " smc-kafka-plugin on the class path; remove the jar, or add module jdk.unsupported to"
                + " the run-time image (tried "
                + IMPLEMENTATIONS
                + ")");
    for (String implementation : IMPLEMENTATIONS) {
      try {
        return instantiate(Class.forName(implementation));
      } catch (ReflectiveOperationException | LinkageError e) {
        failure.addSuppressed(e);
      }
    }
    throw failure;
  }

  private static SelectorProvider instantiate(Class<?> implementation)
      throws ReflectiveOperationException {
    Class<?> type = Class.forName("sun.reflect.ReflectionFactory");
    Object factory = type.getMethod("getReflectionFactory").invoke(null);
    Constructor<?> constructor =
        (Constructor<?>)
            type.getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                .invoke(factory, implementation, implementation.getDeclaredConstructor());
    return (SelectorProvider) constructor.newInstance();
  }
}
