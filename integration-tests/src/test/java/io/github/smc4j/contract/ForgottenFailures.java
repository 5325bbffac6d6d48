package io.github.smc4j.contract;

import io.github.smc4j.Breaker;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** No test knows what the breaker has learned in another, be it of a port that has come back. */
public final class ForgottenFailures implements BeforeEachCallback {
  @Override
  public void beforeEach(ExtensionContext context) {
    Breaker.clear();
  }
}
