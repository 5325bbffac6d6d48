package io.github.smc4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.database.JdbcDriver;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.lab.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In a JVM whose sockets are IPv6 ones, but for the test that has another. */
@Tag("pair")
class PostgreSqlOverSmcrIT extends PostgreSqlContract {
  PostgreSqlOverSmcrIT(SharedServers.Running servers) throws Exception {
    super(Kind.SMC_R, servers.peersPostgreSql().address());
  }

  @Test
  void jvmThatPrefersIpv4_runsOnSmcrToo() throws IOException {
    String url = driver.urlOverSmc(JdbcDriver.host(server()), "test", Map.of());
    String output =
        Command.output(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.net.preferIPv4Stack=true",
            "-cp",
            System.getProperty("java.class.path"),
            LinkOfPostgreSql.class.getName(),
            url);
    assertThat(output).endsWith(Kind.SMC_R.name());
  }
}
