package io.github.smc4j.cassandra;

import com.datastax.oss.driver.api.core.metadata.schema.SchemaChangeListenerBase;
import com.datastax.oss.driver.api.core.metadata.schema.TableMetadata;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a session told of tables. */
final class RecordedSchema extends SchemaChangeListenerBase {
  private final List<String> changes = new CopyOnWriteArrayList<>();

  @Override
  public void onTableCreated(TableMetadata table) {
    changes.add("created " + table.getName().asInternal());
  }

  @Override
  public void onTableDropped(TableMetadata table) {
    changes.add("dropped " + table.getName().asInternal());
  }

  boolean containsAll(String... expected) {
    return changes.containsAll(List.of(expected));
  }

  @Override
  public void close() {}
}
