package io.github.smc4j.demo;

import io.github.smc4j.demo.ObservedLink.Kind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links and runs to judge and to show. */
final class Samples {
  static final InetSocketAddress BROKER =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 9092);
  private static final InetSocketAddress LOCAL =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 40000);

  private Samples() {}

  static ObservedLink connection(Kind kind, @Nullable String cause) {
    return new ObservedLink(kind, LOCAL, BROKER, cause);
  }

  static ObservedLink listener(Kind kind) {
    return new ObservedLink(kind, BROKER, null, null);
  }

  static ClientRun run(Kind kind, int records) {
    return new ClientRun(List.of(connection(kind, null)), records, Duration.ofMillis(2340));
  }
}
