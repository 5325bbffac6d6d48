package io.github.smc4j.jdbc;

import io.github.smc4j.database.JdbcDriver;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.net.InetSocketAddress;
import java.util.Map;

/** pgjdbc and PostgreSQL. */
abstract class PostgreSqlContract extends ConnectionContract {
  PostgreSqlContract(Kind kind, InetSocketAddress server) {
    super(JdbcDriver.POSTGRESQL, kind, server, "test");
  }

  @Override
  Map<String, String> connectTimeout() {
    return Map.of("connectTimeout", Integer.toString(SECONDS));
  }

  @Override
  Map<String, String> loginTimeout() {
    return Map.of("loginTimeout", Integer.toString(SECONDS));
  }

  @Override
  Map<String, String> socketTimeout() {
    return Map.of("socketTimeout", Integer.toString(SECONDS));
  }

  @Override
  String sleep(int seconds) {
    return "SELECT pg_sleep(" + seconds + ")";
  }
}
