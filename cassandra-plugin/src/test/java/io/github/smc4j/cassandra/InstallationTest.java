package io.github.smc4j.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.internal.core.session.DefaultSession;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which sessions connect by the plug-in's rules. They are told by {@code require}, which this node
 * cannot fulfil.
 */
class InstallationTest {
  private static final String REQUIRED = "advanced.smc.mode = require";
  private static final String REFUSED =
      "SMC is required by datastax-java-driver.advanced.smc.mode (String)";
  private static final String HUNG_UP = "Protocol initialization request";

  private static final String OWN_LISTENERS =
      """
      advanced.node-state-listener.classes = []
      advanced.schema-change-listener.classes = []
      """;

  private SilentNode node;

  @BeforeEach
  void openNode() throws IOException {
    node = new SilentNode();
  }

  @AfterEach
  void closeNode() throws IOException {
    node.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "advanced.node-state-listener.classes = []",
        "advanced.schema-change-listener.classes = []",
        "advanced.request-tracker.classes = [RequestLogger]",
        "advanced.node-state-listener.classes = ["
            + "com.datastax.oss.driver.internal.core.metadata.NoopNodeStateListener]",
      })
  void jarAlone_isEnoughForWhoeverLeavesItOneList(String lists) {
    assertThat(refusal(CqlSession.builder(), lists)).contains(REFUSED);
  }

  @Test
  void listsOfTheApplicationsOwn_leaveTheJarOut() {
    assertThat(refusal(CqlSession.builder(), OWN_LISTENERS)).contains(HUNG_UP);
  }

  @Test
  void listsOfTheApplicationsOwn_mayNameTheListener() {
    String named =
        OWN_LISTENERS
            + "advanced.node-state-listener.classes = [%s]"
                .formatted(SmcNodeStateListener.class.getName());
    assertThat(refusal(CqlSession.builder(), named)).contains(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", OWN_LISTENERS})
  void builderOfThePlugin_needsNoList(String lists) {
    assertThat(refusal(SmcSession.builder(), lists)).contains(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "advanced.smc.enabled = false",
        "advanced.smc { enabled = false, mode = require }",
        "advanced.smc.mode = off",
        "advanced.smc { mode = require, rules = [{ to = \"127.0.0.0/8\", mode = off }] }",
        "advanced.smc { mode = require, rules = [{ direction = connect, mode = off }] }"
      })
  void notWanted_itIsLeftToTcp(String settings) {
    assertThat(node.refusal(CqlSession.builder(), settings)).contains(HUNG_UP);
    assertThat(node.refusal(SmcSession.builder(), settings)).contains(HUNG_UP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", OWN_LISTENERS})
  void wrongSetting_isWhyThereIsNoSession(String lists) {
    assertThat(node.refusal(SmcSession.builder(), lists + "advanced.smc.mode = maybe"))
        .contains("datastax-java-driver.advanced.smc.mode = \"maybe\" (String)");
  }

  @Test
  void wrongSetting_isWhyThereIsNoSessionWithTheJarAlone() {
    assertThat(node.refusal(CqlSession.builder(), "advanced.smc.mode = maybe"))
        .contains("datastax-java-driver.advanced.smc.mode = \"maybe\" (String)");
  }

  @Test
  void sessionsThatAreNotBuilt_areNotCountedAsLive() throws ReflectiveOperationException {
    Field counter = DefaultSession.class.getDeclaredField("INSTANCE_COUNT");
    counter.setAccessible(true);
    int before = ((AtomicInteger) counter.get(null)).get();

    node.refusal(SmcSession.builder(), "advanced.smc.mode = maybe");
    node.refusal(CqlSession.builder(), "advanced.smc.mode = maybe");

    assertThat((AtomicInteger) counter.get(null)).hasValue(before);
  }

  private String refusal(CqlSessionBuilder builder, String lists) {
    return node.refusal(builder, REQUIRED + "\n" + lists);
  }
}
