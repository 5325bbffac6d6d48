package io.github.smc4j.internal;

import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.Errno;
import io.github.smc4j.internal.kernel.Syscalls;
import io.github.smc4j.internal.policy.Decision;
import java.net.InetSocketAddress;
import java.net.SocketException;

/**
 * Learns what becomes of connects that others make: the JDK closes a channel whose connect failed,
 * and its owner only knows that it did. What is SMC's fault is with the breaker before the next
 * channel to the same destination is opened, so that the first retry runs over TCP.
 *
 * <p>Thread-safe.
 */
final class ConnectWatch {
  /** Of the whole JVM. */
  static final ConnectWatch JVM = new ConnectWatch();

  private final Watch<WatchedConnect> watch = new Watch<>("smc4j-connects", WatchedConnect::isOver);

  /** Watches a channel from before it is connected until what there is to learn is learned. */
  void follow(WatchedConnect connect) {
    watch.follow(connect);
  }

  /**
   * Watches a socket of which nothing is at hand but a descriptor.
   *
   * @param fd its owner's, who has it as long as that stands for the same socket
   * @param end called if the kernel has given up without an error to show
   */
  void follow(
      int fd,
      ConvertedSocket kernel,
      InetSocketAddress destination,
      Decision decision,
      Converter converter,
      Runnable end)
      throws SocketException {
    long inode = Errno.check(Syscalls.inode(fd), "fstat of descriptor " + fd);
    follow(
        new WatchedConnect(
            () -> Syscalls.inode(fd) == inode, kernel, destination, decision, converter, end));
  }

  /** Learns now what can be learned about a destination. */
  void settle(InetSocketAddress address) {
    if (!watch.isEmpty()) {
      Destination destination = Destination.of(address);
      watch.lookAt(connect -> connect.isTo(destination));
    }
  }
}
