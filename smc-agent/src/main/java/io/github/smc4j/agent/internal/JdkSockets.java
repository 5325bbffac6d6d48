package io.github.smc4j.agent.internal;

import io.github.smc4j.internal.ConnectTimeout;
import io.github.smc4j.internal.HookedDials;
import io.github.smc4j.internal.HookedSockets;
import io.github.smc4j.internal.jdk.Descriptors;
import java.io.FileDescriptor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** The sockets of the JDK: puts them under the policy when they are bound or connected. */
final class JdkSockets {
  private final @Nullable SelectorRegistrations registrations;

  /**
   * @param registrations null where no socket can be converted
   */
  JdkSockets(@Nullable SelectorRegistrations registrations) {
    this.registrations = registrations;
  }

  void beforeConnect(
      HookedSockets sockets, FileDescriptor descriptor, InetSocketAddress destination)
      throws IOException {
    if (sockets.beforeConnect(() -> Descriptors.of(descriptor), destination)) {
      renewRegistrations();
    }
  }

  /** Connects a socket in the JDK's stead; whether it is connected. */
  boolean dial(
      HookedDials dials,
      FileDescriptor descriptor,
      InetSocketAddress destination,
      ConnectTimeout time)
      throws IOException {
    return dials.dial(() -> Descriptors.of(descriptor), destination, time);
  }

  void beforeBind(HookedSockets sockets, FileDescriptor descriptor, InetAddress address, int port)
      throws IOException {
    boolean converted =
        Callers.listen()
            ? sockets.beforeListen(
                () -> Descriptors.of(descriptor), new InetSocketAddress(address, port))
            : sockets.beforeBind(() -> Descriptors.of(descriptor));
    if (converted) {
      renewRegistrations();
    }
  }

  private void renewRegistrations() throws IOException {
    if (registrations != null) {
      registrations.renew();
    }
  }
}
