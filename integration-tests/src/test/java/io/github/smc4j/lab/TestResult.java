package io.github.smc4j.lab;

import org.opentest4j.TestAbortedException;

/**
 * What a report says about one test.
 *
 * @param detail message and stack trace of what did not pass, the reason of what was skipped, else
 *     empty
 */
record TestResult(String className, String name, Kind kind, String detail) {
  enum Kind {
    PASSED,
    FAILED,
    SKIPPED
  }

  /** Ends as the test ended. */
  void replay() {
    switch (kind) {
      case FAILED -> throw new FailedElsewhere(this);
      case SKIPPED -> throw new TestAbortedException(detail);
      case PASSED -> {}
    }
  }

  /** A failure whose stack trace is part of its message, because this JVM's would mislead. */
  private static final class FailedElsewhere extends AssertionError {
    private static final long serialVersionUID = 1;

    FailedElsewhere(TestResult result) {
      super(result.className + "." + result.name + ": " + result.detail);
      setStackTrace(new StackTraceElement[0]);
    }
  }
}
