package io.github.smc4j.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.lab.Command;
import io.netty.channel.Channel;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a session is asked comes to the server, and its answer comes back, whole. */
abstract class RequestsContract extends SessionContract {
  private static final int CONCURRENT = 200;
  private static final int BATCH = 20;

  RequestsContract(Kind kind) {
    super(kind);
  }

  @Test
  void boundValues_comeBackAsTheyWereBound() throws Exception {
    Object[] values = {
      1,
      1L << 40,
      "smörgåsbord",
      true,
      0.1,
      new BigDecimal("12345.6789"),
      new UUID(1, 2),
      Instant.ofEpochMilli(1_700_000_000_000L),
      LocalDate.of(2026, 2, 28),
      InetAddress.getByAddress(new byte[] {10, 9, 0, 1}),
      List.of("a", "b"),
      Map.of("a", 1, "b", 2),
      null
    };
    session()
        .execute(
            "CREATE TABLE IF NOT EXISTS smc4j.types (a int PRIMARY KEY, b bigint, c text, d"
                + " boolean, e double, f decimal, g uuid, h timestamp, i date, j inet, k list<text>,"
                + " l map<text, int>, m text)");
    PreparedStatement insert =
        session()
            .prepare(
                "INSERT INTO smc4j.types (a, b, c, d, e, f, g, h, i, j, k, l, m)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

    session().execute(insert.bind(values));

    Row row =
        session().execute("SELECT a, b, c, d, e, f, g, h, i, j, k, l, m FROM smc4j.types").one();
    assertThat(IntStream.range(0, values.length).mapToObj(row::getObject)).containsExactly(values);
  }

  @Test
  void blobOfOneMebibyte_comesBackAsItWasSent() {
    byte[] blob = new byte[1 << 20];
    new Random(1).nextBytes(blob);
    session().execute("CREATE TABLE IF NOT EXISTS smc4j.blobs (id int PRIMARY KEY, value blob)");
    PreparedStatement insert =
        session().prepare("INSERT INTO smc4j.blobs (id, value) VALUES (?, ?)");

    session().execute(insert.bind(1, ByteBuffer.wrap(blob)));

    Row row = session().execute("SELECT value FROM smc4j.blobs WHERE id = 1").one();
    assertThat(row.getByteBuffer("value")).isEqualTo(ByteBuffer.wrap(blob));
  }

  @ParameterizedTest
  @EnumSource(names = {"LOGGED", "UNLOGGED"})
  void batch_isAppliedAsAWhole(DefaultBatchType type) {
    session()
        .execute(
            "CREATE TABLE IF NOT EXISTS smc4j.batches (type text, id int, PRIMARY KEY ((type, id)))");
    PreparedStatement insert =
        session().prepare("INSERT INTO smc4j.batches (type, id) VALUES (?, ?)");
    BatchStatementBuilder batch = BatchStatement.builder(type);
    List<Integer> ids = IntStream.range(0, BATCH).boxed().toList();
    ids.forEach(id -> batch.addStatement(insert.bind(type.name(), id)));

    session().execute(batch.build());

    SimpleStatement query =
        SimpleStatement.newInstance(
            "SELECT id FROM smc4j.batches WHERE type = ? ALLOW FILTERING", type.name());
    assertThat(session().execute(query).all())
        .extracting(row -> row.getInt("id"))
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void concurrentRequests_getAnAnswerEachAndEachItsOwn() {
    session().execute("CREATE TABLE IF NOT EXISTS smc4j.squares (id int PRIMARY KEY, square int)");
    PreparedStatement insert =
        session().prepare("INSERT INTO smc4j.squares (id, square) VALUES (?, ?)");
    PreparedStatement select = session().prepare("SELECT square FROM smc4j.squares WHERE id = ?");

    await(
        IntStream.range(0, CONCURRENT)
            .mapToObj(i -> session().executeAsync(insert.bind(i, i * i)))
            .toList());
    List<AsyncResultSet> answers =
        await(
            IntStream.range(0, CONCURRENT)
                .mapToObj(i -> session().executeAsync(select.bind(i)))
                .toList());

    assertThat(answers)
        .extracting(answer -> answer.one().getInt("square"))
        .containsExactlyElementsOf(IntStream.range(0, CONCURRENT).mapToObj(i -> i * i).toList());
  }

  @Test
  void requestThatGetsNoAnswer_timesOutAndTheConnectionsStay() throws Exception {
    Set<Channel> before = SessionLinks.channels(session());
    signal("STOP");
    try {
      SimpleStatement impatient =
          SimpleStatement.newInstance("SELECT key FROM system.local")
              .setTimeout(Duration.ofMillis(300));
      assertThatThrownBy(() -> session().execute(impatient))
          .isInstanceOf(DriverTimeoutException.class);
    } finally {
      signal("CONT");
    }
    Row row = session().execute("SELECT key FROM system.local").one();
    assertThat(row.getString("key")).isEqualTo("local");
    assertThat(SessionLinks.channels(session())).isEqualTo(before);
  }

  private void signal(String name) throws Exception {
    Command.output("kill", "-" + name, Long.toString(server().pid()));
  }

  private static List<AsyncResultSet> await(List<CompletionStage<AsyncResultSet>> requests) {
    return requests.stream().map(request -> request.toCompletableFuture().join()).toList();
  }
}
