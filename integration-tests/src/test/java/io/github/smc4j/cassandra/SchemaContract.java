package io.github.smc4j.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.metadata.schema.KeyspaceMetadata;
import com.datastax.oss.driver.api.core.metadata.schema.TableMetadata;
import io.github.smc4j.demo.ObservedLink.Kind;
import org.junit.jupiter.api.Test;

/** What a session learns of the schema, from its own requests and from those of others. */
abstract class SchemaContract extends SessionContract {
  SchemaContract(Kind kind) {
    super(kind);
  }

  @Test
  void tableAndType_areKnownOnceTheyAreCreated() {
    session().execute("CREATE TYPE IF NOT EXISTS smc4j.address (street text, city text)");
    ResultSet created =
        session()
            .execute(
                "CREATE TABLE IF NOT EXISTS smc4j.people"
                    + " (id int PRIMARY KEY, name text, home frozen<address>)");

    assertThat(created.getExecutionInfo().isSchemaInAgreement()).isTrue();
    assertThat(session().checkSchemaAgreement()).isTrue();
    KeyspaceMetadata keyspace = session().getMetadata().getKeyspace("smc4j").orElseThrow();
    assertThat(keyspace.getUserDefinedType("address")).isPresent();
    TableMetadata people = keyspace.getTable("people").orElseThrow();
    assertThat(people.getColumns().keySet())
        .extracting(CqlIdentifier::asInternal)
        .containsExactlyInAnyOrder("id", "name", "home");
  }

  @Test
  void changesThatOthersMake_areToldToAListener() {
    RecordedSchema changes = new RecordedSchema();
    try (CqlSession watching = builder(configuration()).withSchemaChangeListener(changes).build()) {
      session().execute("CREATE TABLE smc4j.news (id int PRIMARY KEY)");
      session().execute("DROP TABLE smc4j.news");

      await()
          .atMost(PatientDriver.PATIENCE)
          .until(() -> changes.containsAll("created news", "dropped news"));
      assertThat(watching.getMetadata().getKeyspace("smc4j").orElseThrow().getTable("news"))
          .isEmpty();
    }
  }
}
