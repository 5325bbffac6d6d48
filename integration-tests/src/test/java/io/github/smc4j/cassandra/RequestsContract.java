package io.github.smc4j.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a session is asked comes to the server, and its answer comes back, whole. */
abstract class RequestsContract extends SessionContract {
  RequestsContract(Kind kind) {
    super(kind);
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
}
