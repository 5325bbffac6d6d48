package io.github.smc4j.internal;

/**
 * The log of smc4j, opened when there is something to say: opening it starts the logging of the
 * JVM, which the agent must not do before the application has had a chance to choose one.
 */
public final class Log {
  private Log() {}

  /** The logger {@code io.github.smc4j}. */
  public static System.Logger get() {
    return Holder.LOGGER;
  }

  private static final class Holder {
    static final System.Logger LOGGER = System.getLogger("io.github.smc4j");
  }
}
