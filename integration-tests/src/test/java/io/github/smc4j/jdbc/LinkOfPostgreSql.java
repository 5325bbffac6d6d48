package io.github.smc4j.jdbc;

import io.github.smc4j.demo.LinkObserver;
import java.sql.Connection;
import java.sql.DriverManager;

/** Connects to the URL that is its argument, and prints what the connections of its JVM run on. */
final class LinkOfPostgreSql {
  private LinkOfPostgreSql() {}

  public static void main(String[] arguments) throws Exception {
    try (Connection connection = DriverManager.getConnection(arguments[0])) {
      connection.isValid(60);
      LinkObserver.of(ProcessHandle.current().pid())
          .forEach(link -> System.out.println(link.kind().name()));
    }
  }
}
