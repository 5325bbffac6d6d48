package io.github.smc4j.agent.boot;

import java.io.FileDescriptor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;

/**
 * What the classes that the agent has changed call: the JDK's, Kafka's and Netty's. The boot loader
 * has it, so all of them see it, and it knows nothing of smc4j's but this file.
 *
 * <p>Thread-safe.
 */
public final class SocketHooks {
  /** What it is all handed to, or null as long as nobody is there. */
  private static volatile Hooks hooks;

  private SocketHooks() {}

  /** What is done to sockets. */
  public interface Hooks {
    /**
     * A TCP socket of the JDK's is about to be bound.
     *
     * @param descriptor the JDK's
     * @param address to bind to
     * @param port 0 for one that the kernel picks
     * @throws IOException if it must not be
     */
    void beforeTcpBind(FileDescriptor descriptor, InetAddress address, int port) throws IOException;

    /**
     * A TCP socket of the JDK's that is not bound is about to be connected.
     *
     * @param descriptor the JDK's
     * @param address to connect to
     * @param port to connect to
     * @throws IOException if it must not be
     */
    void beforeTcpConnect(FileDescriptor descriptor, InetAddress address, int port)
        throws IOException;

    /**
     * A {@code java.net.Socket} is going to be connected on this thread.
     *
     * @param descriptor the JDK's
     * @param timeout in milliseconds, 0 for none
     */
    void beforeSocketConnect(FileDescriptor descriptor, int timeout);

    /**
     * The JDK is about to connect a descriptor. Whoever closes the socket meanwhile does not give
     * its number away.
     *
     * @param descriptor the JDK's
     * @param address to connect to
     * @param port to connect to
     * @return whether it is connected
     * @throws IOException if it cannot, or must not be connected
     */
    boolean connect(FileDescriptor descriptor, InetAddress address, int port) throws IOException;

    /**
     * The time that is left to connect the socket of {@link #beforeSocketConnect}.
     *
     * @param nanoseconds that the JDK would give to it
     * @return the same, or less
     */
    long timeLeft(long nanoseconds);

    /**
     * Opens the channel with which a Kafka client connects.
     *
     * @param selector Kafka's
     * @param destination to connect to
     * @return a channel that is not connected
     * @throws IOException if there is none
     */
    SocketChannel openForKafka(Object selector, InetSocketAddress destination) throws IOException;

    /**
     * A Kafka broker is about to open a listener, on this thread.
     *
     * @param acceptor Kafka's
     */
    void beforeKafkaListens(Object acceptor);

    /**
     * Kafka is about to log which of its properties nobody has used.
     *
     * @param config Kafka's
     */
    void beforeKafkaLogsUnused(Object config);

    /**
     * A channel of Netty's epoll transport was made, with a socket of its own.
     *
     * @param channel neither bound nor connected
     */
    void epollChannelMade(Object channel);

    /**
     * A channel of Netty's epoll transport is about to be bound.
     *
     * @param channel Netty's
     * @param local of any family
     * @throws IOException if it must not be
     */
    void beforeEpollBind(Object channel, SocketAddress local) throws IOException;

    /**
     * A channel of Netty's epoll transport is about to be connected.
     *
     * @param channel Netty's
     * @param destination of any family
     * @throws IOException if it must not be
     */
    void beforeEpollConnect(Object channel, SocketAddress destination) throws IOException;
  }

  /**
   * Hands all calls over from now on.
   *
   * @param target what to; null for nothing
   */
  public static void handTo(Hooks target) {
    hooks = target;
  }

  /** See {@link Hooks#beforeTcpBind}. */
  public static void beforeTcpBind(FileDescriptor descriptor, InetAddress address, int port)
      throws IOException {
    Hooks target = hooks;
    if (target != null) {
      target.beforeTcpBind(descriptor, address, port);
    }
  }

  /** See {@link Hooks#beforeTcpConnect}. */
  public static void beforeTcpConnect(FileDescriptor descriptor, InetAddress address, int port)
      throws IOException {
    Hooks target = hooks;
    if (target != null) {
      target.beforeTcpConnect(descriptor, address, port);
    }
  }

  /** See {@link Hooks#beforeKafkaListens}. */
  public static void beforeKafkaListens(Object acceptor) {
    Hooks target = hooks;
    if (target != null) {
      target.beforeKafkaListens(acceptor);
    }
  }

  /** See {@link Hooks#beforeKafkaLogsUnused}. */
  public static void beforeKafkaLogsUnused(Object config) {
    Hooks target = hooks;
    if (target != null) {
      target.beforeKafkaLogsUnused(config);
    }
  }

  /** See {@link Hooks#epollChannelMade}. */
  public static void epollChannelMade(Object channel) {
    Hooks target = hooks;
    if (target != null) {
      target.epollChannelMade(channel);
    }
  }

  /** See {@link Hooks#beforeEpollBind}. */
  public static void beforeEpollBind(Object channel, SocketAddress local) throws IOException {
    Hooks target = hooks;
    if (target != null) {
      target.beforeEpollBind(channel, local);
    }
  }

  /** See {@link Hooks#beforeEpollConnect}. */
  public static void beforeEpollConnect(Object channel, SocketAddress destination)
      throws IOException {
    Hooks target = hooks;
    if (target != null) {
      target.beforeEpollConnect(channel, destination);
    }
  }

  /** See {@link Hooks#beforeSocketConnect}. */
  public static void beforeSocketConnect(FileDescriptor descriptor, int timeout) {
    Hooks target = hooks;
    if (target != null) {
      target.beforeSocketConnect(descriptor, timeout);
    }
  }

  /** See {@link Hooks#connect}. */
  public static boolean connect(FileDescriptor descriptor, InetAddress address, int port)
      throws IOException {
    Hooks target = hooks;
    return target != null && target.connect(descriptor, address, port);
  }

  /** See {@link Hooks#timeLeft}. */
  public static long timeLeft(long nanoseconds) {
    Hooks target = hooks;
    return target == null ? nanoseconds : target.timeLeft(nanoseconds);
  }

  /** See {@link Hooks#openForKafka}. */
  public static SocketChannel openForKafka(Object selector, InetSocketAddress destination)
      throws IOException {
    Hooks target = hooks;
    return target == null ? SocketChannel.open() : target.openForKafka(selector, destination);
  }
}
