package io.github.smc4j.demo;

import io.github.smc4j.database.Database;
import io.github.smc4j.database.DatabaseServer;
import io.github.smc4j.database.JdbcDriver;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JDBC drivers, each with the socket factory in its URL and without, against their databases. */
final class JdbcDemo {
  private static final List<JdbcDriver> DRIVERS =
      List.of(JdbcDriver.POSTGRESQL, JdbcDriver.MARIADB, JdbcDriver.MYSQL, JdbcDriver.JAYBIRD);

  private final Path lab;
  private final Path directory;
  private final Progress progress;

  /**
   * @param lab the folder with the script {@code database}
   * @param directory takes everything that is written
   */
  JdbcDemo(Path lab, Path directory, Progress progress) {
    this.lab = lab;
    this.directory = directory;
    this.progress = progress;
  }

  List<DemoRow> run() throws IOException, InterruptedException {
    List<DemoRow> rows = new ArrayList<>();
    for (Database database : Database.values()) {
      progress.say("starting " + database);
      try (DatabaseServer server =
          DatabaseServer.start(database, lab, directory, InetAddress.getLoopbackAddress())) {
        for (JdbcDriver driver : driversOf(database)) {
          rows.add(row(driver, server));
        }
      }
    }
    return rows;
  }

  private static List<JdbcDriver> driversOf(Database database) {
    return DRIVERS.stream().filter(driver -> driver.database() == database).toList();
  }

  private DemoRow row(JdbcDriver driver, DatabaseServer server) throws IOException {
    progress.say("querying with %s, with and without the socket factory".formatted(driver));
    try (QueryClient smc = QueryClient.connect(driver, server, driver.overSmc());
        QueryClient tcp = QueryClient.connect(driver, server, Map.of())) {
      tcp.warmUp();
      smc.warmUp();
      ClientRun overSmc = smc.query();
      ClientRun overTcp = tcp.query();
      return DemoRow.ofRuns(driver.toString(), server.host(), overSmc, overTcp);
    } catch (SQLException e) {
      throw new IOException(driver + ": " + e.getMessage(), e);
    }
  }
}
