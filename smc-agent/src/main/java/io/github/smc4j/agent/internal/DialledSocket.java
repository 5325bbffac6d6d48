package io.github.smc4j.agent.internal;

import io.github.smc4j.internal.HookedSockets.Dialled;
import java.io.FileDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The socket that this thread has dialled in the JDK's stead, until the JDK has come to the place
 * where it would connect it.
 */
record DialledSocket(FileDescriptor descriptor, Dialled outcome) {
  private static final ThreadLocal<@Nullable DialledSocket> CURRENT = new ThreadLocal<>();

  static void set(FileDescriptor descriptor, Dialled outcome) {
    CURRENT.set(new DialledSocket(descriptor, outcome));
  }

  static void forget() {
    CURRENT.remove();
  }

  /** What its dial has come to, if it is this one. */
  static Dialled outcomeOf(FileDescriptor descriptor) {
    DialledSocket current = CURRENT.get();
    return current != null && current.descriptor == descriptor
        ? current.outcome
        : Dialled.UNTOUCHED;
  }
}
