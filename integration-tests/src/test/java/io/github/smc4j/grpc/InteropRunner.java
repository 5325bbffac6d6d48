package io.github.smc4j.grpc;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;
import org.junit.runner.notification.RunNotifier;
import org.junit.runners.BlockJUnit4ClassRunner;
import org.junit.runners.model.FrameworkMethod;
import org.junit.runners.model.InitializationError;
import org.opentest4j.TestAbortedException;

/** Runs gRPC's interop suite, which is of JUnit 4, as tests of this JUnit. */
final class InteropRunner extends BlockJUnit4ClassRunner {
  private final GrpcPair pair;
  private final SeenConnections seen;

  InteropRunner(GrpcPair pair, SeenConnections seen) throws InitializationError {
    super(InteropCase.class);
    this.pair = pair;
    this.seen = seen;
  }

  Stream<DynamicTest> tests() {
    return getChildren().stream()
        .map(method -> DynamicTest.dynamicTest(method.getName(), () -> run(method)));
  }

  private void run(FrameworkMethod method) throws Throwable {
    Outcome outcome = new Outcome();
    RunNotifier notifier = new RunNotifier();
    notifier.addListener(outcome);
    runChild(method, notifier);
    outcome.tell();
  }

  @Override
  protected Object createTest() {
    return new InteropCase(pair, seen);
  }

  /** It has arguments. */
  @Override
  protected void validateConstructor(List<Throwable> errors) {}

  /** What became of one test. */
  private static final class Outcome extends RunListener {
    private @Nullable Throwable thrown;

    @Override
    public void testFailure(Failure failure) {
      if (thrown == null) {
        thrown = failure.getException();
      } else {
        thrown.addSuppressed(failure.getException());
      }
    }

    @Override
    public void testAssumptionFailure(Failure failure) {
      thrown = new TestAbortedException(failure.getMessage());
    }

    void tell() throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
    }
  }
}
