package io.github.smc4j.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A seccomp filter refuses SMC sockets to a JVM on a machine that has SMC. */
@Tag("fault")
@Timeout(300)
class WithoutSmcIT {
  private static final String PREFER = "smc.mode=prefer";
  private static final String REQUIRE = "smc.mode=require";
  private static final String REFUSALS =
      "socket(AF_SMC) EPERM (1, operation not permitted), "
          + "socket(IPPROTO_SMC) EPERM (1, operation not permitted)";

  private static WithoutSmc seccomp;

  @BeforeAll
  static void compile(@TempDir Path directory) throws IOException {
    seccomp = WithoutSmc.compile(directory);
  }

  @Test
  void withAllOfSmcRefused_itIsTcpOrAnErrorThatNamesTheRefusals() throws IOException {
    assertThat(exchange("both", PREFER, REQUIRE))
        .anyMatch(line -> line.startsWith("unavailable because") && line.contains(REFUSALS))
        .anyMatch(line -> line.startsWith(PREFER + " exchanged over TCP"))
        .anyMatch(
            line ->
                line.startsWith(REQUIRE + " failed: java.net.SocketException")
                    && line.contains(REFUSALS));
  }

  @Test
  void withAfSmcRefused_ipprotoSmcIsTaken() throws IOException {
    assertThat(exchange("AF_SMC", REQUIRE))
        .anyMatch(line -> line.startsWith(REQUIRE + " exchanged over SMC-D"));
  }

  @Test
  void withIpprotoSmcRefused_afSmcIsTaken() throws IOException {
    assertThat(exchange("IPPROTO_SMC", REQUIRE))
        .anyMatch(line -> line.startsWith(REQUIRE + " exchanged over SMC-D"));
  }

  private static String[] exchange(String refused, String... settings) throws IOException {
    String[] lines = seccomp.run(refused, LoopbackExchange.class, settings).split("\n");
    for (String line : lines) {
      if (line.startsWith("smc.mode=")) {
        System.out.println("fault: seccomp refuses " + refused + ": " + line);
      }
    }
    return lines;
  }
}
