package io.github.smc4j.internal.jdk;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks into the frames of the calling thread through {@code java.lang.LiveStackFrame}, which the
 * JDK has had since 9 and keeps to itself.
 */
public final class LiveFrames {
  private final StackWalker walker;

  /**
   * Opens the frames, after a look into its own.
   *
   * @throws IllegalStateException if this JDK does not show them
   */
  public LiveFrames() {
    try {
      this.walker = walker();
    } catch (LinkageError e) {
      throw new IllegalStateException("this JDK does not show live stack frames: " + e, e);
    }
    if (!findsItself(new Object())) {
      throw new IllegalStateException("this JDK does not show the local variables of live frames");
    }
  }

  private boolean findsItself(Object marker) {
    return locals(frame -> frame.getMethodName().equals("findsItself"), 4)
        .filter(locals -> locals.length > 1 && locals[0] == this && locals[1] == marker)
        .isPresent();
  }

  /**
   * The local variables of the nearest of the {@code depth} innermost frames that {@code wanted}
   * accepts. Local 0 is {@code this} in an instance method; primitives and dead locals come as
   * objects of the JDK's own.
   */
  public Optional<Object[]> locals(Predicate<StackWalker.StackFrame> wanted, int depth) {
    return walker.walk(
        frames -> frames.limit(depth).filter(wanted).findFirst().map(LiveFrames::locals));
  }

  private static native StackWalker walker();

  private static native Object[] locals(StackWalker.StackFrame frame);
}
