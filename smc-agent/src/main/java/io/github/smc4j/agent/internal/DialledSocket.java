package io.github.smc4j.agent.internal;

import io.github.smc4j.internal.HookedDials.Outcome;
import java.io.FileDescriptor;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The socket that this thread has dialled in the JDK's stead, until the JDK has come to the place
 * where it would connect it.
 */
record DialledSocket(FileDescriptor descriptor, Outcome outcome) {
  private static final ThreadLocal<@Nullable DialledSocket> CURRENT = new ThreadLocal<>();

  static void set(FileDescriptor descriptor, Outcome outcome) {
    CURRENT.set(new DialledSocket(descriptor, outcome));
  }

  /** Ends what the JDK has not come for, because it found the socket closed. */
  static void forget() throws IOException {
    DialledSocket current = CURRENT.get();
    CURRENT.remove();
    if (current != null && current.outcome.connected() != null) {
      current.outcome.connected().close();
    }
  }

  /** What has come of its dial, if it is this one. */
  static Outcome outcomeOf(FileDescriptor descriptor) {
    DialledSocket current = CURRENT.get();
    return current != null && current.descriptor == descriptor
        ? current.outcome
        : Outcome.UNTOUCHED;
  }
}
