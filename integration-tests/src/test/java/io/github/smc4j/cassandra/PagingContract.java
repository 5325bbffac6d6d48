package io.github.smc4j.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.ProgrammaticDriverConfigLoaderBuilder;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** More rows than the server sends at once. */
abstract class PagingContract extends SessionContract {
  private static final String PROFILE = "small-pages";
  private static final int SMALL_PAGE = 7;
  private static final int PAGE = 2_500;
  private static final int BATCHES = 60;
  private static final int BATCH = 200;
  private static final List<Integer> ROWS = IntStream.range(0, BATCHES * BATCH).boxed().toList();
  private static final SimpleStatement ALL =
      SimpleStatement.newInstance("SELECT id FROM smc4j.numbers");

  PagingContract(Kind kind) {
    super(kind);
  }

  @Override
  ProgrammaticDriverConfigLoaderBuilder configuration() {
    return DriverConfigLoader.programmaticBuilder()
        .withInt(DefaultDriverOption.REQUEST_PAGE_SIZE, PAGE)
        .startProfile(PROFILE)
        .withInt(DefaultDriverOption.REQUEST_PAGE_SIZE, SMALL_PAGE)
        .endProfile();
  }

  @BeforeAll
  final void fill() {
    session()
        .execute(
            "CREATE TABLE IF NOT EXISTS smc4j.numbers"
                + " (part int, id int, PRIMARY KEY (part, id))");
    PreparedStatement insert =
        session().prepare("INSERT INTO smc4j.numbers (part, id) VALUES (?, ?)");
    CompletableFuture.allOf(
            IntStream.range(0, BATCHES)
                .mapToObj(batch -> session().executeAsync(batch(batch, insert)))
                .map(request -> request.toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private static BatchStatement batch(int number, PreparedStatement insert) {
    BatchStatementBuilder batch = BatchStatement.builder(DefaultBatchType.UNLOGGED);
    ROWS.subList(number * BATCH, (number + 1) * BATCH)
        .forEach(id -> batch.addStatement(insert.bind(number, id)));
    return batch.build();
  }

  @Test
  void iteration_fetchesPageAfterPage() {
    ResultSet rows = session().execute(ALL);

    assertThat(rows.getAvailableWithoutFetching()).isEqualTo(PAGE);
    assertThat(rows.all().stream().map(PagingContract::id).sorted())
        .containsExactlyElementsOf(ROWS);
    assertThat(rows.getExecutionInfos()).hasSize(ROWS.size() / PAGE + 1);
  }

  @Test
  void asynchronousPages_comeWhenTheyAreAskedFor() {
    List<Integer> ids = new ArrayList<>();

    AsyncResultSet page = session().executeAsync(ALL).toCompletableFuture().join();
    page.currentPage().forEach(row -> ids.add(id(row)));
    while (page.hasMorePages()) {
      page = page.fetchNextPage().toCompletableFuture().join();
      page.currentPage().forEach(row -> ids.add(id(row)));
    }

    assertThat(ids.stream().sorted()).containsExactlyElementsOf(ROWS);
  }

  @Test
  void executionProfile_appliesToTheRequestThatNamesIt() {
    ResultSet rows = session().execute(ALL.setExecutionProfileName(PROFILE));

    assertThat(rows.getAvailableWithoutFetching()).isEqualTo(SMALL_PAGE);
  }

  private static int id(Row row) {
    return row.getInt("id");
  }
}
