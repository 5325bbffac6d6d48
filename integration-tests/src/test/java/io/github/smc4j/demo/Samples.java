package io.github.smc4j.demo;

import io.github.smc4j.demo.ObservedLink.Kind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links and runs to judge and to show. */
final class Samples {
  static final int ALL = 5000;
  static final InetSocketAddress BROKER =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 9092);
  private static final InetSocketAddress LOCAL =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 40000);

  private static final Duration TIME = Duration.ofMillis(2340);

  private Samples() {}

  static ObservedLink connection(Kind kind, @Nullable String cause) {
    return new ObservedLink(kind, LOCAL, BROKER, cause);
  }

  static ObservedLink listener(Kind kind) {
    return new ObservedLink(kind, BROKER, null, null);
  }

  static Tally tally(int returned) {
    return new Tally(returned, ALL, "records");
  }

  static ClientRun run(Kind kind, int returned) {
    return new ClientRun(List.of(connection(kind, null)), tally(returned), TIME);
  }
}
