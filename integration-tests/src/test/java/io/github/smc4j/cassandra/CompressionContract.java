package io.github.smc4j.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.Meter;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.metrics.DefaultSessionMetric;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames that are compressed, and the driver's own count of what it sends and receives. */
abstract class CompressionContract extends SessionContract {
  private static final String TEXT = "compressible ".repeat(20_000);

  CompressionContract(Kind kind) {
    super(kind);
  }

  @BeforeAll
  final void createTable() {
    session().execute("CREATE TABLE IF NOT EXISTS smc4j.texts (id text PRIMARY KEY, value text)");
  }

  /** The newest version of the protocol has no Snappy any more. */
  @ParameterizedTest
  @CsvSource({"none, V5", "lz4, V5", "lz4, V4", "snappy, V4"})
  void text_comesBackWholeAndCountedAsItWasSent(String compression, String protocol)
      throws Exception {
    try (CqlSession session =
        builder(
                configuration()
                    .withString(DefaultDriverOption.PROTOCOL_COMPRESSION, compression)
                    .withString(DefaultDriverOption.PROTOCOL_VERSION, protocol)
                    .withStringList(
                        DefaultDriverOption.METRICS_SESSION_ENABLED,
                        List.of(
                            DefaultSessionMetric.BYTES_SENT.getPath(),
                            DefaultSessionMetric.BYTES_RECEIVED.getPath())))
            .build()) {
      SimpleStatement insert =
          SimpleStatement.newInstance(
              "INSERT INTO smc4j.texts (id, value) VALUES (?, ?)", compression + protocol, TEXT);
      SimpleStatement select =
          SimpleStatement.newInstance(
              "SELECT value FROM smc4j.texts WHERE id = ?", compression + protocol);

      long sent = count(session, DefaultSessionMetric.BYTES_SENT);
      session.execute(insert);
      sent = count(session, DefaultSessionMetric.BYTES_SENT) - sent;
      long received = count(session, DefaultSessionMetric.BYTES_RECEIVED);
      Row row = session.execute(select).one();
      received = count(session, DefaultSessionMetric.BYTES_RECEIVED) - received;

      assertThat(row.getString("value")).isEqualTo(TEXT);
      assertThat(List.of(sent < TEXT.length() / 5, received < TEXT.length() / 5))
          .containsOnly(!compression.equals("none"));
      requireLinks(session, CONNECTIONS);
    }
  }

  private static long count(CqlSession session, DefaultSessionMetric metric) {
    return session
        .getMetrics()
        .orElseThrow()
        .<Meter>getSessionMetric(metric)
        .orElseThrow()
        .getCount();
  }
}
