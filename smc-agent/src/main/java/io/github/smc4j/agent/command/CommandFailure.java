package io.github.smc4j.agent.command;

/** Ends a command with a message that says all there is to say, and an exit status. */
final class CommandFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  CommandFailure(int status, String message) {
    super(message);
    this.status = status;
  }

  CommandFailure(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  int status() {
    return status;
  }
}
