package io.github.smc4j.database;

import static java.util.stream.Collectors.joining;

import io.github.smc4j.SmcSocketFactory;
import io.github.smc4j.jdbc.SmcMariaDbSocketFactory;
import io.github.smc4j.jdbc.SmcMySqlSocketFactory;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A JDBC driver, and how its URLs name a server and the socket factory. */
public enum JdbcDriver {
  POSTGRESQL(
      "pgjdbc",
      Database.POSTGRESQL,
      "jdbc:postgresql",
      SmcSocketFactory.class,
      "sslmode",
      "disable"),
  REDSHIFT(
      "Redshift", Database.POSTGRESQL, "jdbc:redshift", SmcSocketFactory.class, "ssl", "false"),
  MARIADB(
      "MariaDB Connector/J",
      Database.MARIADB,
      "jdbc:mariadb",
      SmcMariaDbSocketFactory.class,
      "sslMode",
      "disable"),
  MYSQL(
      "MySQL Connector/J",
      Database.MARIADB,
      "jdbc:mysql",
      SmcMySqlSocketFactory.class,
      "sslMode",
      "DISABLED"),
  JAYBIRD(
      "Jaybird",
      Database.FIREBIRD,
      "jdbc:firebird",
      SmcSocketFactory.class,
      "wireCrypt",
      "ENABLED");

  private final String title;
  private final Database database;
  private final String scheme;
  private final Class<?> socketFactory;

  /** The option of encryption. */
  private final String tls;

  /** What it has to be for a server that knows no TLS. */
  private final String noTls;

  JdbcDriver(
      String title,
      Database database,
      String scheme,
      Class<?> socketFactory,
      String tls,
      String noTls) {
    this.title = title;
    this.database = database;
    this.scheme = scheme;
    this.socketFactory = socketFactory;
    this.tls = tls;
    this.noTls = noTls;
  }

  /** The server that it is for here. */
  public Database database() {
    return database;
  }

  /** The option that has its connections use SMC. */
  public Map<String, String> overSmc() {
    return Map.of("socketFactory", socketFactory.getName());
  }

  /**
   * A URL with user and password, and without TLS unless the options want it.
   *
   * @param hosts one, or what the driver takes for several, with their ports
   * @param path the database
   * @param options to add
   */
  public String url(String hosts, String path, Map<String, String> options) {
    Map<String, String> all = new TreeMap<>(Map.of("user", "test", "password", "secret"));
    all.put(tls, noTls);
    all.putAll(options);
    return scheme
        + "://"
        + hosts
        + "/"
        + path
        + "?"
        + all.entrySet().stream()
            .map(option -> option.getKey() + "=" + option.getValue())
            .collect(joining("&"));
  }

  /**
   * A URL whose connections use SMC.
   *
   * @param options to add; they win over the socket factory
   */
  public String urlOverSmc(String hosts, String path, Map<String, String> options) {
    Map<String, String> all = new HashMap<>(overSmc());
    all.putAll(options);
    return url(hosts, path, all);
  }

  /** Address and port as URLs have them. */
  public static String host(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  @Override
  public String toString() {
    return title;
  }
}
