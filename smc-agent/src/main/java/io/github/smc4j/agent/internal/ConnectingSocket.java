package io.github.smc4j.agent.internal;

import io.github.smc4j.internal.ConnectTimeout;
import java.io.FileDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The {@code java.net.Socket} that this thread connects.
 *
 * @param descriptor the JDK's
 * @param time that its owner gives to it
 */
record ConnectingSocket(FileDescriptor descriptor, ConnectTimeout time) {
  private static final ThreadLocal<@Nullable ConnectingSocket> CURRENT = new ThreadLocal<>();

  static void set(FileDescriptor descriptor, int timeout) {
    CURRENT.set(new ConnectingSocket(descriptor, new ConnectTimeout(timeout)));
  }

  static @Nullable ConnectingSocket current() {
    return CURRENT.get();
  }

  /** The one with a descriptor, or null. */
  static @Nullable ConnectingSocket of(FileDescriptor descriptor) {
    ConnectingSocket current = CURRENT.get();
    return current != null && current.descriptor == descriptor ? current : null;
  }
}
