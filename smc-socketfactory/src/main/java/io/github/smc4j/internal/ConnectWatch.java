package io.github.smc4j.internal;

import java.net.InetSocketAddress;

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

  /** Learns now what can be learned about a destination. */
  void settle(InetSocketAddress address) {
    if (!watch.isEmpty()) {
      Destination destination = Destination.of(address);
      watch.lookAt(connect -> connect.isTo(destination));
    }
  }
}
