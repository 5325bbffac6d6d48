package io.github.smc4j.internal;

import io.github.smc4j.internal.Handshake.Result;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.Errno;
import io.github.smc4j.internal.kernel.FreshSockets;
import io.github.smc4j.internal.kernel.SocketType;
import io.github.smc4j.internal.kernel.Syscalls;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import io.github.smc4j.internal.policy.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * Converts sockets that others have made, when these are about to bind or to connect them, and
 * known by nothing but their descriptors. What is no TCP socket, or no longer, stays as it is.
 *
 * <p>Thread-safe.
 */
public final class HookedSockets {
  private final Converter converter;
  private final EarlyConversion early;

  public HookedSockets(Settings settings) {
    this.converter = new Converter(settings);
    this.early = new EarlyConversion(Converter.forOptionsToCome(settings), new FreshSockets());
  }

  /** A descriptor that can be had where this JVM has SMC sockets. */
  @FunctionalInterface
  public interface Descriptor {
    int get() throws SocketException;
  }

  /**
   * A socket is about to be connected. What becomes of that is watched, and a failure that is SMC's
   * remembered, so that the next attempt is made with TCP.
   *
   * @return whether it is another kernel socket from now on
   * @throws IOException if the policy requires SMC for the destination and it cannot be had
   */
  public boolean beforeConnect(Descriptor socket, InetSocketAddress destination)
      throws IOException {
    ConnectWatch.JVM.settle(destination);
    Decision decision = converter.connect(destination);
    ConvertedSocket kernel = convert(socket, decision);
    if (kernel == null) {
      if (decision.mode() == Mode.OFF) {
        LinkLog.leftToTcp(destination, decision);
      }
      return false;
    }
    follow(socket.get(), kernel, destination, decision, () -> {});
    return true;
  }

  private void follow(
      int fd,
      ConvertedSocket kernel,
      InetSocketAddress destination,
      Decision decision,
      Runnable end)
      throws SocketException {
    long inode = Errno.check(Syscalls.inode(fd), "fstat of descriptor " + fd);
    ConnectWatch.JVM.follow(
        new WatchedConnect(
            () -> Syscalls.inode(fd) == inode, kernel, destination, decision, converter, end));
  }

  /** What a dial in the stead of a socket's owner has come to. */
  public enum Dialled {
    /** The socket is connected. */
    CONNECTED,
    /** Its owner has to connect it, over TCP. */
    LEFT_TO_TCP,
    /** It is no socket that can be dialled like that. */
    UNTOUCHED
  }

  /**
   * A socket is about to be connected by somebody who waits for that, and so can be connected here
   * in his stead, and over TCP by himself if SMC fails.
   *
   * @param time that he gives to it
   * @throws IOException if the policy requires SMC for the destination and it cannot be had
   */
  public Dialled dial(Descriptor socket, InetSocketAddress destination, ConnectTimeout time)
      throws IOException {
    ConnectWatch.JVM.settle(destination);
    Decision decision = converter.connect(destination);
    if (decision.mode() == Mode.OFF) {
      LinkLog.leftToTcp(destination, decision);
      return Dialled.LEFT_TO_TCP;
    }
    if (decision.mode() == Mode.PREFER && !time.isEnoughToShare()) {
      return Dialled.LEFT_TO_TCP;
    }
    HookedDial dial =
        converter.convert(decision, conversion -> HookedDial.open(conversion, socket.get()));
    return dial == null ? Dialled.UNTOUCHED : dial(dial, destination, decision, time);
  }

  private Dialled dial(
      HookedDial dial, InetSocketAddress destination, Decision decision, ConnectTimeout time)
      throws IOException {
    boolean required = decision.mode() == Mode.REQUIRE;
    Handshake handshake = dial.connect(destination, required ? time.whole() : time.shareOfSmc());
    Result result = handshake.result();
    boolean connected = dial.failure() == null && result != Result.FAILED;
    if (connected && (result == Result.SMC || !required)) {
      LinkLog.connected(
          destination, result, () -> DescriptorLinks.of(dial.descriptor(), destination));
      dial.handOver();
      return Dialled.CONNECTED;
    }
    try {
      if (required && !dial.isGivenUp()) {
        throw refused(dial, destination, decision, handshake, time);
      }
      if (!dial.isGivenUp()) {
        converter.noteFailure(destination, handshake);
      }
      return Dialled.LEFT_TO_TCP;
    } finally {
      dial.discard(handshake);
    }
  }

  private static IOException refused(
      HookedDial dial,
      InetSocketAddress destination,
      Decision decision,
      Handshake handshake,
      ConnectTimeout time)
      throws IOException {
    if (handshake.result() == Result.NO_CONNECTION) {
      return time.explain(dial.failure());
    }
    Object link =
        handshake.failure() == null ? DescriptorLinks.of(dial.descriptor(), destination) : null;
    return RequiredSmc.refusal(decision, destination, handshake, link, dial.failure());
  }

  /**
   * A socket is about to be bound, to listen.
   *
   * @return whether it is another kernel socket from now on
   * @throws IOException if the policy requires SMC for the address and it cannot be had
   */
  public boolean beforeListen(Descriptor socket, InetSocketAddress local) throws IOException {
    return convertForGood(socket, converter.settings().policy().listen(local));
  }

  /**
   * A socket is about to be bound, to be connected from there. Once it is bound it cannot be
   * converted, and its destination is not known yet, so that it is left to TCP unless SMC is
   * required wherever it goes.
   *
   * @return whether it is another kernel socket from now on
   * @throws IOException if the policy requires SMC and it cannot be had
   */
  public boolean beforeBind(Descriptor socket) throws IOException {
    Decision decision = converter.settings().policy().undecidedDestination();
    return decision.mode() == Mode.REQUIRE && convertForGood(socket, decision);
  }

  /** A socket was made, and is not to be converted any more once its address is known. */
  public void made(int fd) throws IOException {
    if (SocketType.isTcp(fd)) {
      early.convert(fd);
    }
  }

  /**
   * A socket of {@link #made} is about to be connected.
   *
   * @param end called by another thread if the connect has failed in a way that epoll tells nobody
   *     who waits for an error or for writing (Linux before 7.1)
   * @throws IOException if the policy requires SMC for the destination and it cannot be had
   */
  public void beforeConnectOfMade(int fd, InetSocketAddress destination, Runnable end)
      throws IOException {
    ConnectWatch.JVM.settle(destination);
    Decision decision = converter.connect(destination);
    ConvertedSocket second = early.connect(decision, fd, !SocketType.isTcp(fd));
    if (second != null) {
      follow(fd, second, destination, decision, end);
    } else if (decision.mode() == Mode.OFF) {
      LinkLog.leftToTcp(destination, decision);
    }
  }

  /**
   * A socket of {@link #made} is about to be bound, to listen.
   *
   * @throws IOException if the policy requires SMC for the address and it cannot be had
   */
  public void beforeListenOfMade(int fd, InetSocketAddress local) throws IOException {
    early.listen(converter.settings().policy().listen(local), fd, !SocketType.isTcp(fd));
  }

  private boolean convertForGood(Descriptor socket, Decision decision) throws IOException {
    ConvertedSocket kernel = convert(socket, decision);
    if (kernel != null) {
      kernel.close();
    }
    return kernel != null;
  }

  private @Nullable ConvertedSocket convert(Descriptor socket, Decision decision)
      throws IOException {
    return converter.convert(
        decision,
        conversion -> {
          int fd = socket.get();
          return SocketType.isTcp(fd) ? conversion.convert(fd) : null;
        });
  }
}
