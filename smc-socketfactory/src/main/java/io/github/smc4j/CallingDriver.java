package io.github.smc4j;

import java.util.List;

/** The JDBC driver that is making a socket factory, told from the stack. */
final class CallingDriver {
  /**
   * Jaybird tries the constructor without parameters next, and does without the settings
   * (WireConnection); SQL Server's driver says that it could not make the factory, and not why
   * (SocketFinder).
   */
  private static final List<String> LOSING_EXCEPTIONS =
      List.of("org.firebirdsql.", "com.microsoft.sqlserver.jdbc.");

  private CallingDriver() {}

  /** Whether nobody would hear of an exception of the constructor. */
  static boolean losesExceptions() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames.anyMatch(
                    frame ->
                        LOSING_EXCEPTIONS.stream().anyMatch(frame.getClassName()::startsWith)));
  }
}
