package io.github.smc4j.internal;

import io.github.smc4j.internal.Handshake.Result;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the last connection to a destination ended up, for the log to tell what has changed and not
 * what happens again and again.
 *
 * <p>Thread-safe.
 */
public final class Outcomes {
  /** Of the whole JVM. */
  public static final Outcomes JVM = new Outcomes(10_000);

  private final Map<Destination, Result> last;

  /**
   * @param capacity of more destinations, those seen first are forgotten
   */
  Outcomes(int capacity) {
    this.last =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Destination, Result> eldest) {
            return size() > capacity;
          }
        };
  }

  /** Notes an outcome; whether it is the first of that destination or another than the last. */
  public boolean isNews(InetSocketAddress address, Result result) {
    Destination destination = Destination.of(address);
    return destination != null && note(destination, result) != result;
  }

  private synchronized @Nullable Result note(Destination destination, Result result) {
    return last.put(destination, result);
  }
}
