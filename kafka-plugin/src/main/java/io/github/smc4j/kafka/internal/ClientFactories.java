package io.github.smc4j.kafka.internal;

import io.github.smc4j.SmcChannelFactory;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** One factory for each Kafka client, made when it first connects and forgotten with it. */
public final class ClientFactories {
  private final Map<Object, Optional<SmcChannelFactory>> bySelector = new WeakHashMap<>();

  /**
   * The factory of the client that owns a Kafka Selector, or empty if it wants none.
   *
   * @throws ReflectiveOperationException if this Kafka is not built as expected
   * @throws RuntimeException if the client's configuration is wrong
   */
  public synchronized Optional<SmcChannelFactory> of(Object selector)
      throws ReflectiveOperationException {
    Optional<SmcChannelFactory> known = bySelector.get(selector);
    if (known == null) {
      known =
          Optional.ofNullable(
              SocketFactoryClass.instantiate(
                  KafkaConfigs.ofSelector(selector), selector.getClass().getClassLoader()));
      bySelector.put(selector, known);
    }
    return known;
  }
}
