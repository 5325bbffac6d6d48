package io.github.smc4j.kafka;

import io.github.smc4j.SmcChannelFactory;
import io.github.smc4j.internal.Availability;
import io.github.smc4j.internal.ChannelOpener;
import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.jdk.LiveFrames;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Policy;
import io.github.smc4j.internal.policy.Settings;
import io.github.smc4j.kafka.internal.ClientFactories;
import io.github.smc4j.kafka.internal.KafkaConfigs;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens the channels that Kafka asks for as its configuration wants them. Where that cannot be
 * found out, Kafka gets what it would have had without this plug-in, and the log says so once.
 */
final class KafkaChannels {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j.kafka");

  private static final @Nullable KafkaChannels INSTANCE = create();

  private final @Nullable KafkaStack stack;
  private final ClientFactories factories = new ClientFactories();
  private final AtomicBoolean failed = new AtomicBoolean();

  private KafkaChannels(@Nullable KafkaStack stack) {
    this.stack = stack;
  }

  /** A channel for the Kafka client on this thread's stack; null if it wants an ordinary one. */
  static @Nullable SocketChannel openSocketChannel() throws IOException {
    return INSTANCE == null ? null : INSTANCE.forClient();
  }

  /** A channel for the Kafka listener on this thread's stack; null if it wants an ordinary one. */
  static @Nullable ServerSocketChannel openServerSocketChannel() throws IOException {
    return INSTANCE == null ? null : INSTANCE.forListener();
  }

  /** Null if the plug-in's own jars are not complete. */
  private static @Nullable KafkaChannels create() {
    try {
      return new KafkaChannels(stack());
    } catch (LinkageError e) {
      warn("a jar that smc-kafka-plugin needs is missing beside it", e);
      return null;
    }
  }

  /**
   * Null if the stack cannot be read, for want of the native library or because this JDK differs.
   */
  private static @Nullable KafkaStack stack() {
    Throwable unavailable = Availability.get().cause(); // loads the native library
    try {
      return new KafkaStack(new LiveFrames());
    } catch (IllegalStateException e) {
      warn(
          "socket.factory.class cannot be honoured in this JVM",
          unavailable != null && e.getCause() instanceof UnsatisfiedLinkError ? unavailable : e);
      return null;
    }
  }

  /** Kafka's settings cannot be read, but the JVM's hold: what they require fails here. */
  private static void holdToTheSettingsOfTheJvm(Function<Policy, Decision> asked)
      throws IOException {
    Settings settings = Settings.global();
    new Converter(settings)
        .convert(
            asked.apply(settings.policy()),
            conversion -> {
              throw new SocketException("the configuration of Kafka cannot be read in this JVM");
            });
  }

  private @Nullable SocketChannel forClient() throws IOException {
    if (stack == null) {
      holdToTheSettingsOfTheJvm(Policy::undecidedDestination);
      return null;
    }
    Optional<KafkaStack.Connect> connect = stack.connect();
    try {
      Optional<SmcChannelFactory> factory =
          factories.of(connect.orElseThrow(KafkaChannels::hidden).selector());
      return factory.isEmpty()
          ? null
          : factory.get().openSocketChannel(connect.get().destination());
    } catch (ReflectiveOperationException e) {
      warnOnce(e);
      return null;
    }
  }

  private @Nullable ServerSocketChannel forListener() throws IOException {
    if (stack == null) {
      holdToTheSettingsOfTheJvm(Policy::undecidedListener);
      return null;
    }
    try {
      KafkaStack.Listen listen = stack.listen().orElseThrow(KafkaChannels::hidden);
      Settings settings = Settings.global().with(KafkaConfigs.smcOfAcceptor(listen.acceptor()));
      return new ChannelOpener(new Converter(settings)).openServerSocketChannel(listen.local());
    } catch (ReflectiveOperationException e) {
      warnOnce(e);
      return null;
    }
  }

  private static ReflectiveOperationException hidden() {
    return new NoSuchFieldException(
        "the address is not among the local variables of Kafka's frame");
  }

  private void warnOnce(ReflectiveOperationException e) {
    if (failed.compareAndSet(false, true)) {
      warn("this release of Kafka is not built as smc-kafka-plugin knows it", e);
    }
  }

  private static void warn(String what, Throwable cause) {
    LOG.log(System.Logger.Level.WARNING, what + ", so Kafka's connections run on TCP", cause);
  }
}
