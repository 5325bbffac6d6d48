package io.github.smc4j.agent.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.internal.policy.Ipv4Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferIpv4StackTest {
  private static final String PROPERTY = "java.net.preferIPv4Stack";
  private static final String ROUTE = "lo\t0000007F\n";

  @TempDir Path system;

  @BeforeEach
  @AfterEach
  void clear() {
    System.clearProperty(PROPERTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.15.0-91-generic", "6.12.117", "6.13.0-rc1", "6.1.0-18-s390x"})
  void auto_setsThePropertyOnAHostWithRdmaAndIpv4AndALinuxBeforeTheFix(String release)
      throws IOException {
    host(release, "mlx5_0", ROUTE);

    assertThat(apply(Ipv4Stack.AUTO)).contains(PROPERTY + "=true", "RDMA");
    assertThat(System.getProperty(PROPERTY)).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.14.0", "6.20.1", "7.0.3", "no version"})
  void auto_leavesALinuxAloneThatNeedsNothing(String release) throws IOException {
    host(release, "mlx5_0", ROUTE);

    assertUntouched(Ipv4Stack.AUTO);
  }

  @Test
  void auto_leavesAHostWithoutRdmaAlone() throws IOException {
    host("6.12.1", null, ROUTE);

    assertUntouched(Ipv4Stack.AUTO);
  }

  @Test
  void auto_leavesAHostWithoutIpv4Alone() throws IOException {
    host("6.12.1", "mlx5_0", "");

    assertUntouched(Ipv4Stack.AUTO);
  }

  @Test
  void auto_leavesASystemAloneThatShowsNothing() throws IOException {
    assertUntouched(Ipv4Stack.AUTO);
  }

  @Test
  void off_leavesEveryHostAlone() throws IOException {
    host("6.12.1", "mlx5_0", ROUTE);

    assertUntouched(Ipv4Stack.OFF);
  }

  @Test
  void on_setsThePropertyOnEveryHost() throws IOException {
    assertThat(apply(Ipv4Stack.ON)).contains(PROPERTY + "=true", "smc.ipv4-stack");
    assertThat(System.getProperty(PROPERTY)).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void property_thatIsSetStays(String value) throws IOException {
    host("6.12.1", "mlx5_0", ROUTE);
    System.setProperty(PROPERTY, value);

    assertThat(apply(Ipv4Stack.ON)).isNull();
    assertThat(System.getProperty(PROPERTY)).isEqualTo(value);
  }

  private void assertUntouched(Ipv4Stack choice) throws IOException {
    assertThat(apply(choice)).isNull();
    assertThat(System.getProperty(PROPERTY)).isNull();
  }

  private String apply(Ipv4Stack choice) throws IOException {
    return new PreferIpv4Stack(system.toFile()).apply(choice);
  }

  private void host(String release, String rdmaDevice, String route) throws IOException {
    write("proc/sys/kernel/osrelease", release + "\n");
    write("proc/net/route", "Iface\tDestination\n" + route);
    Path devices = Files.createDirectories(system.resolve("sys/class/infiniband"));
    if (rdmaDevice != null) {
      Files.createDirectory(devices.resolve(rdmaDevice));
    }
  }

  private void write(String file, String content) throws IOException {
    Path path = system.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }
}
