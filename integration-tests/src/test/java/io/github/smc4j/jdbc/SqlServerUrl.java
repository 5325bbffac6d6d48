package io.github.smc4j.jdbc;

import static java.util.stream.Collectors.joining;

import io.github.smc4j.SmcSocketFactory;
import java.util.Map;
import java.util.TreeMap;

/** URLs of SQL Server's driver with the socket factory, without TLS and second attempts. */
final class SqlServerUrl {
  private SqlServerUrl() {}

  /**
   * A URL.
   *
   * @param host with its port
   * @param options to add
   */
  static String of(String host, Map<String, String> options) {
    Map<String, String> all = new TreeMap<>(Map.of("user", "test", "password", "secret"));
    all.putAll(Map.of("encrypt", "false", "connectRetryCount", "0"));
    all.put("socketFactoryClass", SmcSocketFactory.class.getName());
    all.putAll(options);
    return "jdbc:sqlserver://"
        + host
        + ";"
        + all.entrySet().stream()
            .map(option -> option.getKey() + "=" + option.getValue())
            .collect(joining(";"));
  }

  /** A URL with a setting for the socket factory. */
  static String withSetting(String host, String key, String value) {
    return of(host, Map.of("socketFactoryConstructorArg", key + "=" + value));
  }
}
