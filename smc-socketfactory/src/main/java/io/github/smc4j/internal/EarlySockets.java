package io.github.smc4j.internal;

import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.FreshSockets;
import io.github.smc4j.internal.kernel.SocketType;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import io.github.smc4j.internal.policy.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;

/**
 * Converts sockets of others when these have just made them, and knows them by their descriptors
 * alone. What is no TCP socket stays as it is.
 *
 * <p>Thread-safe.
 */
public final class EarlySockets {
  private final Converter converter;
  private final EarlyConversion early;

  public EarlySockets(Settings settings) {
    this.converter = new Converter(settings);
    this.early = new EarlyConversion(Converter.forOptionsToCome(settings), new FreshSockets());
  }

  /** A socket was made. */
  public void made(int fd) throws IOException {
    if (!converter.isIdle() && Availability.get().cause() == null && SocketType.isTcp(fd)) {
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
  public void beforeConnect(int fd, InetSocketAddress destination, Runnable end)
      throws IOException {
    ConnectWatch.JVM.settle(destination);
    Decision decision = converter.connect(destination);
    ConvertedSocket second = early.connect(decision, fd, isConverted(fd));
    if (second != null) {
      ConnectWatch.JVM.follow(fd, second, destination, decision, converter, end);
    } else if (decision.mode() == Mode.OFF) {
      LinkLog.leftToTcp(destination, decision);
    }
  }

  /**
   * A socket of {@link #made} is about to be bound, to listen.
   *
   * @throws IOException if the policy requires SMC for the address and it cannot be had
   */
  public void beforeListen(int fd, InetSocketAddress local) throws IOException {
    early.listen(converter.settings().policy().listen(local), fd, isConverted(fd));
  }

  private static boolean isConverted(int fd) throws SocketException {
    return Availability.get().cause() == null && !SocketType.isTcp(fd);
  }
}
