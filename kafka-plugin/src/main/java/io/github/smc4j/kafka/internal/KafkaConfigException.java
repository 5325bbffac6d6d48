package io.github.smc4j.kafka.internal;

/**
 * Makes Kafka's own {@code ConfigException}, of the Kafka at hand: its class loader need not be the
 * one that loaded this plug-in.
 */
final class KafkaConfigException {
  private KafkaConfigException() {}

  static RuntimeException of(
      ClassLoader kafka, String property, Object value, String explanation, Throwable cause) {
    try {
      RuntimeException e =
          Class.forName("org.apache.kafka.common.config.ConfigException", true, kafka)
              .asSubclass(RuntimeException.class)
              .getConstructor(String.class, Object.class, String.class)
              .newInstance(property, value, explanation);
      e.initCause(cause);
      return e;
    } catch (ReflectiveOperationException | LinkageError e) {
      IllegalArgumentException plain =
          new IllegalArgumentException(
              "Invalid value " + value + " for configuration " + property + ": " + explanation,
              cause);
      plain.addSuppressed(e);
      return plain;
    }
  }
}
