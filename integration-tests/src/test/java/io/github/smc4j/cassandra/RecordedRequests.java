package io.github.smc4j.cassandra;

import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.session.Request;
import com.datastax.oss.driver.api.core.tracker.RequestTracker;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** The simple statements that a session told the success of. */
final class RecordedRequests implements RequestTracker {
  private final List<String> successes = new CopyOnWriteArrayList<>();

  @Override
  public void onSuccess(
      Request request,
      long latencyNanos,
      DriverExecutionProfile executionProfile,
      Node node,
      String logPrefix) {
    if (request instanceof SimpleStatement statement) {
      successes.add(statement.getQuery());
    }
  }

  void awaitSuccessOf(String query) {
    Awaitility.await().atMost(PatientDriver.PATIENCE).until(() -> successes.contains(query));
  }

  @Override
  public void close() {}
}
