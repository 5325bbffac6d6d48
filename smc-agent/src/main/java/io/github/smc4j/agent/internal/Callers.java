package io.github.smc4j.agent.internal;

import java.lang.StackWalker.StackFrame;
import java.util.Set;
import java.util.function.Predicate;

/** Who has asked for what a hook is called for, as the calling thread's stack tells. */
final class Callers {
  /** What binds in order to listen; all others bind in order to connect. */
  private static final Set<String> LISTENERS =
      Set.of(
          "java.net.ServerSocket",
          "sun.nio.ch.ServerSocketChannelImpl",
          "sun.nio.ch.AsynchronousServerSocketChannelImpl");

  private static final String CORE = "io.github.smc4j.";

  /** From the hook to the caller, with room for frames that instrumentation adds. */
  private static final int DEPTH = 24;

  private static final StackWalker WALKER = StackWalker.getInstance();

  private Callers() {}

  /**
   * Whether it is smc4j itself, this or the application's copy of it: it has decided already, also
   * when it dials with TCP.
   */
  static boolean areSmc4j() {
    return anyMatch(frame -> isCore(frame.getClassName()));
  }

  /** Whether it is a socket or channel that listens. */
  static boolean listen() {
    return anyMatch(frame -> LISTENERS.contains(frame.getClassName()));
  }

  private static boolean isCore(String name) {
    return name.startsWith(CORE)
        && (name.indexOf('.', CORE.length()) < 0
            || name.startsWith("internal.", CORE.length())
            || name.startsWith("netty.", CORE.length())
            || name.startsWith("grpc.shaded.netty.", CORE.length()));
  }

  private static boolean anyMatch(Predicate<StackFrame> wanted) {
    return WALKER.walk(frames -> frames.limit(DEPTH).anyMatch(wanted));
  }
}
