package io.github.smc4j.cassandra;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.github.smc4j.process.JavaProgram;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * An application with the DataStax driver: executes the CQL statements that are the lines of its
 * standard input, prints their rows and how many they were, and stays connected until the input
 * ends. Arguments: the server's host and port.
 */
public final class CqlShell {
  /** The driver's own, 2 s, is short for an emulated machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private CqlShell() {}

  /**
   * It, to be run in a process of its own.
   *
   * @param driver the folder with the driver's jars
   * @param options of its virtual machine
   */
  public static JavaProgram program(
      InetSocketAddress server, Path driver, List<String> options, Path log) {
    Path classes =
        Path.of(CqlShell.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    return new JavaProgram(
        "the Cassandra client",
        classes + File.pathSeparator + driver + "/*",
        options,
        List.of(
            CqlShell.class.getName(),
            server.getAddress().getHostAddress(),
            Integer.toString(server.getPort())),
        log);
  }

  /** Connects and executes. */
  public static void main(String[] arguments) throws IOException {
    InetSocketAddress server = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
    BufferedReader statements = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    try (CqlSession session =
        CqlSession.builder().addContactPoint(server).withLocalDatacenter("datacenter1").build()) {
      String statement = statements.readLine();
      while (statement != null) {
        print(session.execute(SimpleStatement.newInstance(statement).setTimeout(PATIENCE)));
        statement = statements.readLine();
      }
    }
  }

  private static void print(ResultSet rows) {
    int count = 0;
    for (Row row : rows) {
      System.out.println(row.getFormattedContents());
      count++;
    }
    System.out.println("(" + count + " rows)");
  }
}
