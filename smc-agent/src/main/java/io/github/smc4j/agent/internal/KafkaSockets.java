package io.github.smc4j.agent.internal;

import io.github.smc4j.SmcChannelFactory;
import io.github.smc4j.internal.HookedSockets;
import io.github.smc4j.internal.Log;
import io.github.smc4j.internal.policy.Settings;
import io.github.smc4j.kafka.internal.ClientFactories;
import io.github.smc4j.kafka.internal.KafkaConfigs;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Kafka's sockets, as far as Kafka's own configuration has a say in them. */
final class KafkaSockets {
  private final ClientFactories factories = new ClientFactories();
  private final AtomicBoolean failed = new AtomicBoolean();

  /** The Acceptor whose listener is the next that this thread binds. */
  private static final ThreadLocal<@Nullable Object> ACCEPTOR = new ThreadLocal<>();

  /**
   * Opens a channel with the factory that a client's configuration names.
   *
   * @return null if it names none
   */
  @Nullable SocketChannel open(Object selector, InetSocketAddress destination) throws IOException {
    try {
      Optional<SmcChannelFactory> factory = factories.of(selector);
      return factory.isEmpty() ? null : factory.get().openSocketChannel(destination);
    } catch (ReflectiveOperationException e) {
      warnOnce(e);
      return null;
    }
  }

  void beforeListens(Object acceptor) {
    ACCEPTOR.set(acceptor);
  }

  /**
   * The settings of the broker whose listener is about to be bound, if it is one's that has any.
   */
  @Nullable HookedSockets takeListener() {
    Object owner = ACCEPTOR.get();
    if (owner == null) {
      return null;
    }
    ACCEPTOR.remove();
    try {
      Properties smc = KafkaConfigs.smcOfAcceptor(owner);
      return smc.isEmpty() ? null : new HookedSockets(Settings.global().with(smc));
    } catch (ReflectiveOperationException e) {
      warnOnce(e);
      return null;
    }
  }

  void beforeLogsUnused(Object config) {
    try {
      KafkaConfigs.use(config);
    } catch (ReflectiveOperationException e) {
      warnOnce(e);
    }
  }

  private void warnOnce(ReflectiveOperationException e) {
    if (failed.compareAndSet(false, true)) {
      Log.get()
          .log(
              Level.WARNING,
              "this release of Kafka is not built as smc4j knows it, so its connections follow the"
                  + " settings of the JVM alone",
              e);
    }
  }
}
