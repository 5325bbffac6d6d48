package io.github.smc4j.internal;

import io.github.smc4j.internal.kernel.SocketType;
import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * Whether the JDK's sockets are IPv6 ones that do both. They are where the host has IPv6, unless
 * {@code java.net.preferIPv4Stack} was set when the JVM started.
 */
public final class DualStack {
  private static volatile @Nullable Boolean present;

  private DualStack() {}

  /** Opens a socket to find out, the first time. */
  public static boolean isPresent() throws IOException {
    Boolean known = present;
    if (known == null) {
      known = isIpv6();
      present = known;
    }
    return known;
  }

  private static boolean isIpv6() throws IOException {
    try (Socket socket = new Socket(Proxy.NO_PROXY)) {
      return SocketType.domainOf(SmcDial.descriptorOfNew(socket)) == SocketType.AF_INET6;
    }
  }
}
