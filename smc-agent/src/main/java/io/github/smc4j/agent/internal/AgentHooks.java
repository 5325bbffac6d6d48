package io.github.smc4j.agent.internal;

import io.github.smc4j.agent.boot.SocketHooks;
import io.github.smc4j.internal.EarlySockets;
import io.github.smc4j.internal.HookedDials;
import io.github.smc4j.internal.HookedSockets;
import io.github.smc4j.internal.Log;
import io.github.smc4j.internal.policy.Settings;
import java.io.FileDescriptor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Leads every hook to whom it concerns. */
final class AgentHooks implements SocketHooks.Hooks {
  private final HookedSockets sockets;
  private final HookedDials dials;
  private final boolean requires;
  private final JdkSockets jdk;
  private final EpollSockets epoll;
  private final KafkaSockets kafka = new KafkaSockets();

  /** Set while this thread is in a hook: what smc4j itself connects is none of its business. */
  private static final ThreadLocal<Boolean> INSIDE = new ThreadLocal<>();

  /** Where a Kafka client's factory has opened the channel that this thread connects next. */
  private static final ThreadLocal<@Nullable InetSocketAddress> OPENED = new ThreadLocal<>();

  /** What the log is to be told, once the application has its own. */
  private final AtomicReference<@Nullable String> note;

  private AgentHooks(
      Settings settings, @Nullable SelectorRegistrations registrations, @Nullable String note) {
    this.note = new AtomicReference<>(note);
    this.sockets = new HookedSockets(settings);
    this.dials = new HookedDials(settings);
    this.requires = settings.policy().requires();
    this.jdk = new JdkSockets(registrations);
    this.epoll = new EpollSockets(new EarlySockets(settings));
  }

  /** Has all hooks lead here; once the boot loader has them. */
  static void takeOver(
      Settings settings, @Nullable SelectorRegistrations registrations, @Nullable String note) {
    SocketHooks.handTo(new AgentHooks(settings, registrations, note));
  }

  /** What a hook does. */
  @FunctionalInterface
  private interface Action {
    void run() throws IOException;
  }

  /** What a hook does and answers. */
  @FunctionalInterface
  private interface Question {
    boolean ask() throws IOException;
  }

  /** A socket's turn comes in {@link #connect}, where nobody is kept from closing it. */
  @Override
  public void beforeTcpConnect(FileDescriptor descriptor, InetAddress address, int port)
      throws IOException {
    InetSocketAddress destination = new InetSocketAddress(address, port);
    if (!takeOpened(destination) && ConnectingSocket.of(descriptor) == null) {
      decide(() -> jdk.beforeConnect(sockets, descriptor, destination));
    }
  }

  @Override
  public void beforeSocketConnect(FileDescriptor descriptor, int timeout) {
    ConnectingSocket.set(descriptor, timeout);
  }

  @Override
  public boolean connect(FileDescriptor descriptor, InetAddress address, int port)
      throws IOException {
    ConnectingSocket socket = ConnectingSocket.of(descriptor);
    if (socket == null) {
      return false;
    }
    InetSocketAddress destination = new InetSocketAddress(address, port);
    return decide(false, () -> jdk.dial(dials, descriptor, destination, socket.time()));
  }

  @Override
  public long timeLeft(long nanoseconds) {
    ConnectingSocket socket = ConnectingSocket.current();
    return socket == null ? nanoseconds : socket.time().leftOf(nanoseconds);
  }

  @Override
  public void beforeTcpBind(FileDescriptor descriptor, InetAddress address, int port)
      throws IOException {
    HookedSockets broker = kafka.takeListener();
    decide(() -> jdk.beforeBind(broker != null ? broker : sockets, descriptor, address, port));
  }

  @Override
  public SocketChannel openForKafka(Object selector, InetSocketAddress destination)
      throws IOException {
    SocketChannel channel = kafka.open(selector, destination);
    if (channel == null) {
      return SocketChannel.open();
    }
    OPENED.set(destination);
    return channel;
  }

  @Override
  public void beforeKafkaListens(Object acceptor) {
    kafka.beforeListens(acceptor);
  }

  @Override
  public void beforeKafkaLogsUnused(Object config) {
    kafka.beforeLogsUnused(config);
  }

  @Override
  public void epollChannelMade(Object channel) {
    if (!Callers.areSmc4j()) {
      epoll.made(channel);
    }
  }

  @Override
  public void beforeEpollBind(Object channel, SocketAddress local) throws IOException {
    decide(() -> epoll.beforeBind(channel, local));
  }

  @Override
  public void beforeEpollConnect(Object channel, SocketAddress destination) throws IOException {
    decide(() -> epoll.beforeConnect(channel, destination));
  }

  private boolean takeOpened(InetSocketAddress destination) {
    InetSocketAddress expected = OPENED.get();
    OPENED.remove();
    return destination.equals(expected);
  }

  private void decide(Action action) throws IOException {
    decide(
        false,
        () -> {
          action.run();
          return true;
        });
  }

  /**
   * @param untouched the answer for sockets that are none of the agent's business
   */
  private boolean decide(boolean untouched, Question question) throws IOException {
    if (INSIDE.get() != null || Callers.areSmc4j()) {
      return untouched;
    }
    INSIDE.set(true);
    try {
      tellNote();
      return question.ask();
    } catch (RuntimeException | LinkageError e) {
      leaveAlone(e);
      return untouched;
    } finally {
      INSIDE.remove();
    }
  }

  /** Nobody who only prefers SMC must pay for a defect here. */
  private void leaveAlone(Throwable e) throws IOException {
    if (requires) {
      throw new IOException("SMC is required, but deciding for a socket failed: " + e, e);
    }
    Log.get().log(System.Logger.Level.WARNING, "a socket is left as it is", e);
  }

  private void tellNote() {
    if (note.get() != null) {
      String untold = note.getAndSet(null);
      if (untold != null) {
        Log.get().log(System.Logger.Level.INFO, untold);
      }
    }
  }
}
