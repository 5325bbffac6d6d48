package io.github.smc4j.kafka;

import io.github.smc4j.internal.jdk.LiveFrames;
import java.lang.StackWalker.StackFrame;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds on the calling thread's stack which part of Kafka opens a channel, and for what.
 *
 * <p>Clients, and brokers as clients, open every connection in {@code
 * org.apache.kafka.common.network.Selector.connect}; its frame holds the Selector, which leads to
 * the client's configuration, and the destination. Listeners are opened in {@code
 * kafka.network.Acceptor.openServerSocket}, since Kafka 4.0 through {@code
 * org.apache.kafka.server.ServerSocketFactory$KafkaServerSocketFactory}. Frames are matched by
 * name, because the signatures differ between releases.
 */
final class KafkaStack {
  private static final Method CONNECT =
      new Method("org.apache.kafka.common.network.Selector", "connect");
  private static final Method ACCEPTOR = new Method("kafka.network.Acceptor", "openServerSocket");
  private static final Method SERVER_SOCKET_FACTORY =
      new Method(
          "org.apache.kafka.server.ServerSocketFactory$KafkaServerSocketFactory",
          "openServerSocket");

  /** What lies between this class and the caller of {@code open}. */
  private static final Set<String> BETWEEN =
      Set.of(
          KafkaStack.class.getName(),
          SmcSelectorProvider.class.getName(),
          SocketChannel.class.getName(),
          ServerSocketChannel.class.getName());

  /** From here to the Acceptor, with room for frames that instrumentation adds. */
  private static final int DEPTH = 16;

  private static final StackWalker WALKER = StackWalker.getInstance();

  private final LiveFrames frames;

  KafkaStack(LiveFrames frames) {
    this.frames = frames;
  }

  /**
   * A connection about to be made.
   *
   * @param selector the Kafka Selector
   */
  record Connect(Object selector, InetSocketAddress destination) {}

  /**
   * A listener about to be opened.
   *
   * @param acceptor the Kafka Acceptor
   */
  record Listen(Object acceptor, InetSocketAddress local) {}

  /** Whether it is Kafka's client that has just asked the JDK for a channel. */
  static boolean isClientConnecting() {
    return isOpenedBy(CONNECT);
  }

  /** Whether it is a listener of Kafka's broker that has just asked the JDK for a channel. */
  static boolean isListenerOpening() {
    return isOpenedBy(ACCEPTOR.or(SERVER_SOCKET_FACTORY));
  }

  /** The connection that Kafka's client is making on this thread. */
  Optional<Connect> connect() {
    return frames
        .locals(CONNECT, DEPTH)
        .flatMap(locals -> address(locals).map(remote -> new Connect(locals[0], remote)));
  }

  /** The listener that Kafka's broker is opening on this thread. */
  Optional<Listen> listen() {
    Optional<InetSocketAddress> local =
        frames.locals(SERVER_SOCKET_FACTORY.or(ACCEPTOR), DEPTH).flatMap(KafkaStack::address);
    return frames
        .locals(ACCEPTOR, DEPTH)
        .flatMap(locals -> local.map(address -> new Listen(locals[0], address)));
  }

  /**
   * Whether the caller of {@code SocketChannel.open} or its twin is a certain one; cheap, as every
   * user of NIO pays it.
   */
  private static boolean isOpenedBy(Predicate<StackFrame> method) {
    return WALKER.walk(
        stack -> stack.dropWhile(KafkaStack::isBetween).findFirst().filter(method).isPresent());
  }

  private static boolean isBetween(StackFrame frame) {
    return BETWEEN.contains(frame.getClassName());
  }

  private static Optional<InetSocketAddress> address(Object[] locals) {
    return Arrays.stream(locals)
        .filter(InetSocketAddress.class::isInstance)
        .map(InetSocketAddress.class::cast)
        .findFirst();
  }

  /** A method in all its signatures. */
  private record Method(String type, String name) implements Predicate<StackFrame> {
    @Override
    public boolean test(StackFrame frame) {
      return frame.getMethodName().equals(name) && frame.getClassName().equals(type);
    }
  }
}
