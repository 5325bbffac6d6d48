package io.github.smc4j.jdbc;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.smc4j.contract.Task;
import io.github.smc4j.database.JdbcDriver;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pool under fifty threads whose connections the server kills at random. */
@ExtendWith(SharedServers.class)
@Timeout(value = 10, unit = MINUTES)
abstract class PoolContract {
  private static final int THREADS = 50;
  private static final int CONNECTIONS = 20;
  private static final int KILL_EVERY_MILLIS = 250;

  /** Another than this, so that whoever kills is not killed. */
  private static final String POOL = "pool";

  private final Kind kind;
  private final InetSocketAddress server;
  private final Duration time;

  /**
   * @param time how long the threads work
   */
  PoolContract(Kind kind, InetSocketAddress server, Duration time) {
    this.kind = kind;
    this.server = server;
    this.time = time;
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_20)
  void pool_survivesKilledConnectionsUnderPlatformThreads() throws Exception {
    survives(Task::start);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void pool_survivesKilledConnectionsUnderVirtualThreads() throws Exception {
    survives(Task::startVirtual);
  }

  private void survives(Function<Callable<Worker>, Task<Worker>> start) throws Exception {
    try (HikariDataSource pool = new HikariDataSource(configuration())) {
      long end = System.nanoTime() + time.toNanos();
      List<Task<Worker>> tasks = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Worker worker = new Worker(pool, i);
        tasks.add(start.apply(() -> worker.workUntil(end)));
      }
      int killed = killUntil(end);

      List<Worker> workers = new ArrayList<>();
      for (Task<Worker> task : tasks) {
        workers.add(task.result());
      }
      report(workers, killed);
      assertThat(killed).isPositive();
      assertThat(failures(workers)).isLessThanOrEqualTo(2 * killed);
      assertThat(workers).allSatisfy(worker -> assertThat(worker.answers).isPositive());
      await() // the pool closes a broken connection beside opening another
          .atMost(Task.PATIENCE)
          .untilAsserted(
              () -> assertThat(links()).hasSizeBetween(1, CONNECTIONS).containsOnly(kind));
    }
    await().atMost(Task.PATIENCE).until(() -> links().isEmpty());
  }

  private HikariConfig configuration() {
    HikariConfig configuration = new HikariConfig();
    configuration.setJdbcUrl(url(JdbcDriver.POSTGRESQL.overSmc()));
    configuration.addDataSourceProperty("ApplicationName", POOL);
    configuration.setMaximumPoolSize(CONNECTIONS);
    configuration.setConnectionTimeout(Task.PATIENCE.toMillis());
    return configuration;
  }

  private String url(Map<String, String> options) {
    return JdbcDriver.POSTGRESQL.url(JdbcDriver.host(server), "test", options);
  }

  /** Kills one after another, whatever it is doing. */
  private int killUntil(long end) throws SQLException, InterruptedException {
    int killed = 0;
    try (Connection connection = DriverManager.getConnection(url(Map.of()));
        Statement statement = connection.createStatement()) {
      while (System.nanoTime() < end) {
        try (ResultSet result =
            statement.executeQuery(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '"
                    + POOL
                    + "' ORDER BY random() LIMIT 1")) {
          killed += result.next() ? 1 : 0;
        }
        Thread.sleep(KILL_EVERY_MILLIS);
      }
    }
    return killed;
  }

  private static void report(List<Worker> workers, int killed) {
    System.out.print(
        "pool: %d answers, %d failures, %d connections killed%n"
            .formatted(
                workers.stream().mapToInt(worker -> worker.answers).sum(),
                failures(workers),
                killed));
  }

  private static int failures(List<Worker> workers) {
    return workers.stream().mapToInt(worker -> worker.failures).sum();
  }

  /** What the pool's connections run on; that of the killer is not one of the factory's. */
  private List<Kind> links() throws IOException {
    return LinkObserver.kinds(server);
  }

  /** Asks for numbers of its own, and must be answered with them or not at all. */
  private static final class Worker {
    private final HikariDataSource pool;
    private final int number;
    private int answers;
    private int failures;

    Worker(HikariDataSource pool, int number) {
      this.pool = pool;
      this.number = number;
    }

    Worker workUntil(long end) throws SQLException {
      while (System.nanoTime() < end || answers == 0) {
        try (Connection connection = pool.getConnection();
            Statement statement = connection.createStatement()) {
          ask(statement);
        } catch (SQLException e) {
          requireKilled(e);
          failures++;
        }
      }
      return this;
    }

    private void ask(Statement statement) throws SQLException {
      String question = number + "." + answers;
      try (ResultSet result = statement.executeQuery("SELECT '" + question + "'")) {
        assertThat(result.next()).isTrue();
        assertThat(result.getString(1)).isEqualTo(question);
      }
      answers++;
    }

    /** PostgreSQL's admin_shutdown, or a connection that is gone; not one that cannot be had. */
    private static void requireKilled(SQLException e) throws SQLException {
      String state = String.valueOf(e.getSQLState());
      if (!List.of("57P01", "08006", "08003").contains(state)) {
        throw e;
      }
    }
  }
}
