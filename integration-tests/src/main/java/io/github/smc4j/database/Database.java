package io.github.smc4j.database;

/** The servers of {@code lab/database}. */
public enum Database {
  POSTGRESQL("PostgreSQL", "postgresql"),
  MARIADB("MariaDB", "mariadb"),
  FIREBIRD("Firebird", "firebird");

  private final String title;
  private final String command;

  Database(String title, String command) {
    this.title = title;
    this.command = command;
  }

  /** What {@code lab/database run} calls it. */
  String command() {
    return command;
  }

  @Override
  public String toString() {
    return title;
  }
}
