package io.github.smc4j.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.metadata.NodeStateListenerBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** What a session told of its nodes' states. */
final class RecordedNodes extends NodeStateListenerBase {
  private final List<String> states = new CopyOnWriteArrayList<>();

  @Override
  public void onUp(Node node) {
    states.add("up");
  }

  @Override
  public void onDown(Node node) {
    states.add("down");
  }

  void await(String... expected) {
    Awaitility.await()
        .atMost(PatientDriver.PATIENCE)
        .untilAsserted(() -> assertThat(states).containsExactly(expected));
  }

  @Override
  public void close() {}
}
